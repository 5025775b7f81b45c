/** Where the copy of the turns lies: PostgreSQL. */
@NullMarked
package dev.attune.ranking.turn.persistence;

import org.jspecify.annotations.NullMarked;
