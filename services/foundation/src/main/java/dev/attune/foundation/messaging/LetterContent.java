package dev.attune.foundation.messaging;

import io.vertx.mutiny.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with the bytes of its message.
 *
 * @param letter what is known of it
 * @param key the message's key, where it had one
 * @param payload the message's payload, where it had one
 */
public record LetterContent(
        KeptLetter letter, @Nullable Buffer key, @Nullable Buffer payload) {}
