/** Scores as messages. */
@NullMarked
package dev.attune.ranking.score.messaging;

import org.jspecify.annotations.NullMarked;
