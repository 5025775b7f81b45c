package dev.attune.foundation.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be applied.
 *
 * @param item the record itself
 * @param type the type that its header states
 * @param reason why, as a code
 * @param detail why, for people
 */
record DeadLetter(
        ConsumerRecord<byte[], byte[]> item, @Nullable String type, String reason, String detail) {

    private static final int LONGEST_DETAIL = 1_000;

    static DeadLetter of(ConsumerRecord<byte[], byte[]> item, String reason, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return new DeadLetter(
                item, typeOf(item), reason, storable(message.substring(0, Math.min(LONGEST_DETAIL, message.length()))));
    }

    /** The type that the header of a record states; null where it states none. */
    static @Nullable String typeOf(ConsumerRecord<byte[], byte[]> item) {
        Header header = item.headers().lastHeader(BatchConsumer.TYPE_HEADER);
        return header == null || header.value() == null
                ? null
                : storable(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The conversation that the record's key names; null where the key is none. */
    @Nullable
    UUID conversation() {
        byte[] key = item.key();
        if (key == null) {
            return null;
        }
        String text = new String(key, StandardCharsets.UTF_8);
        try {
            UUID id = UUID.fromString(text);
            // Short forms are understood as well, but no key has them.
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** PostgreSQL has no text with the character 0; a letter that could not be kept would stop the channel. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
