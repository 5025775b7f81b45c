/** Scores of two models from the database. */
@NullMarked
package dev.attune.scoring.comparison.persistence;

import org.jspecify.annotations.NullMarked;
