package dev.attune.generation.importing;

import dev.attune.generation.conversation.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken.
 *
 * @param line its line in the stream, from 1
 * @param reason why, as a stable code
 * @param field where, such as {@code chosen} or {@code messages/3/role}; null for the whole row
 * @param detail why, for people; never quotes the text
 */
public record Refusal(long line, String reason, @Nullable String field, String detail) {

    static Refusal of(long line, Reason reason, @Nullable String field, String detail) {
        return new Refusal(line, reason.code(), field, detail);
    }
}
