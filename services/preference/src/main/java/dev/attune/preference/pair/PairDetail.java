package dev.attune.preference.pair;

import dev.attune.model.conversation.Message;
import java.util.List;
import java.util.UUID;

/**
 * A pair with its texts.
 *
 * @param pair the pair
 * @param conversationId its conversation
 * @param turnNumber its turn's place in the conversation, from 1
 * @param prompt what was said before the responses
 * @param textA what response a says
 * @param textB what response b says
 */
public record PairDetail(
        Pair pair, UUID conversationId, int turnNumber, List<Message> prompt, String textA, String textB) {

    public PairDetail {
        prompt = List.copyOf(prompt);
    }
}
