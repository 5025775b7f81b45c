package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Messages in a good order: client and advisor in turns, the client first, after at most one system message.
 *
 * @param system what the model is told before; null for nothing
 * @param said the messages of client and advisor
 */
record Dialogue(@Nullable String system, List<Message> said) {

    Dialogue {
        said = List.copyOf(said);
    }

    /**
     * Checks the order.
     *
     * @param field the field of the message of an index, to name the one that stands wrong
     */
    static Dialogue of(List<Message> messages, IntFunction<String> field) throws RowFault {
        boolean hasSystem = !messages.isEmpty() && messages.getFirst().role() == Role.SYSTEM;
        int offset = hasSystem ? 1 : 0;
        for (int i = offset; i < messages.size(); i++) {
            Role expected = (i - offset) % 2 == 0 ? Role.USER : Role.ASSISTANT;
            if (messages.get(i).role() != expected) {
                throw new RowFault(
                        Reason.NOT_ALTERNATING,
                        field.apply(i),
                        "message " + (i + 1) + " must be of the role " + expected.code());
            }
        }
        return new Dialogue(
                hasSystem ? messages.getFirst().content() : null, messages.subList(offset, messages.size()));
    }

    /** The number of messages before the client's first. */
    int offset() {
        return system == null ? 0 : 1;
    }

    /** Whether the advisor has the last word. */
    boolean isAnswered() {
        return !said.isEmpty() && said.size() % 2 == 0;
    }
}
