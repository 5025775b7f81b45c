package dev.attune.foundation.messaging.rest;

import dev.attune.foundation.messaging.KeptLetter;
import dev.attune.foundation.messaging.LetterContent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with what its message held.
 *
 * @param size of the payload in bytes
 * @param key null where the message had none
 * @param payload null where the message had none
 */
public record DeadLetterContentView(
        UUID id,
        String topic,
        int partition,
        long offset,
        @Nullable String type,
        String reason,
        @Nullable String detail,
        long size,
        Instant createdAt,
        @Nullable BytesView key,
        @Nullable BytesView payload) {

    static DeadLetterContentView from(LetterContent content) {
        KeptLetter letter = content.letter();
        return new DeadLetterContentView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.type(),
                letter.reason(),
                letter.detail(),
                letter.size(),
                letter.createdAt(),
                BytesView.from(content.key()),
                BytesView.from(content.payload()));
    }
}
