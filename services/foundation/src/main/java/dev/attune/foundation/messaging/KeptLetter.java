package dev.attune.foundation.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is kept, without its bytes.
 *
 * @param id grows with the time of its keeping
 * @param topic where the message was read
 * @param partition of the topic
 * @param offset in the partition
 * @param type what the message's header said of its type
 * @param reason why it could not be applied, as a code
 * @param detail why, for people
 * @param size of the payload in bytes; 0 where there was none
 * @param createdAt when it was kept
 */
public record KeptLetter(
        UUID id,
        String topic,
        int partition,
        long offset,
        @Nullable String type,
        String reason,
        @Nullable String detail,
        long size,
        Instant createdAt) {}
