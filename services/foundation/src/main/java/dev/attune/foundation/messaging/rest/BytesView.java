package dev.attune.foundation.messaging.rest;

import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in JSON: as the text that they are, else in base64.
 *
 * @param encoding {@code utf-8} or {@code base64}
 * @param value the bytes in that encoding
 */
public record BytesView(String encoding, String value) {

    static @Nullable BytesView from(@Nullable Buffer buffer) {
        return buffer == null ? null : of(buffer.getBytes());
    }

    static BytesView of(byte[] bytes) {
        try {
            // A new decoder refuses what is malformed, where String would put a substitute.
            return new BytesView(
                    "utf-8",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return new BytesView("base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
