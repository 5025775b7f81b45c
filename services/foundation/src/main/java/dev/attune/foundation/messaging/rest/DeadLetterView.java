package dev.attune.foundation.messaging.rest;

import dev.attune.foundation.messaging.KeptLetter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list.
 *
 * @param size of the payload in bytes
 */
public record DeadLetterView(
        UUID id,
        String topic,
        int partition,
        long offset,
        @Nullable String type,
        String reason,
        @Nullable String detail,
        long size,
        Instant createdAt) {

    static DeadLetterView from(KeptLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.type(),
                letter.reason(),
                letter.detail(),
                letter.size(),
                letter.createdAt());
    }
}
