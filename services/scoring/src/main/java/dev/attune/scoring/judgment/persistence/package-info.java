/** Judgments in the database. */
@NullMarked
package dev.attune.scoring.judgment.persistence;

import org.jspecify.annotations.NullMarked;
