/** Turns as messages. */
@NullMarked
package dev.attune.ranking.turn.messaging;

import org.jspecify.annotations.NullMarked;
