/** Outcomes out of the scores in the database. */
@NullMarked
package dev.attune.scoring.outcome.persistence;

import org.jspecify.annotations.NullMarked;
