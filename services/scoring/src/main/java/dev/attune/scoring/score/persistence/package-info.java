/** The current score of each turn in the database. */
@NullMarked
package dev.attune.scoring.score.persistence;

import org.jspecify.annotations.NullMarked;
