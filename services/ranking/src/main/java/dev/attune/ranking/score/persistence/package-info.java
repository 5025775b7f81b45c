/** Where the copy of the scores lies: PostgreSQL. */
@NullMarked
package dev.attune.ranking.score.persistence;

import org.jspecify.annotations.NullMarked;
