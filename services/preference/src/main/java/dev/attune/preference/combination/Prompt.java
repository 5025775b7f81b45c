package dev.attune.preference.combination;

import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is shown before it answers.
 *
 * @param messages in their order
 */
public record Prompt(List<Message> messages) {

    public Prompt {
        messages = List.copyOf(messages);
    }

    /** The prompt of a turn: what was said before, then what the client says now. */
    public static Prompt of(List<Message> history, String text) {
        List<Message> messages = new ArrayList<>(history);
        messages.add(Message.user(text));
        return new Prompt(messages);
    }

    /**
     * Whether trainers take it: after an optional system message the user begins, the roles alternate, and the user
     * ends. Some trainers drop any other prompt with no more than a warning.
     */
    public boolean wellFormed() {
        int first = !messages.isEmpty() && messages.getFirst().role() == Role.SYSTEM ? 1 : 0;
        for (int i = first; i < messages.size(); i++) {
            Role expected = (i - first) % 2 == 0 ? Role.USER : Role.ASSISTANT;
            if (messages.get(i).role() != expected) {
                return false;
            }
        }
        return (messages.size() - first) % 2 == 1;
    }
}
