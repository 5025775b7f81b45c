package dev.attune.generation.generator;

import dev.attune.model.conversation.Message;
import java.util.List;

/**
 * What a response answers.
 *
 * @param history what was said before
 * @param text what the client says now
 */
public record TurnContext(List<Message> history, String text) {

    public TurnContext {
        history = List.copyOf(history);
    }
}
