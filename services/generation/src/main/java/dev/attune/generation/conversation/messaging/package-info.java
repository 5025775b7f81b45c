/** Tells the other services of turns, through the outbox. */
@NullMarked
package dev.attune.generation.conversation.messaging;

import org.jspecify.annotations.NullMarked;
