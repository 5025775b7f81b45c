package dev.attune.ranking.comparison;

import dev.attune.model.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a rater is given to judge: blind, so nothing in it tells one response from another but its text.
 *
 * @param comparison the comparison
 * @param dataset the dataset's name
 * @param expiresAt until when it is this rater's
 * @param history what was said before
 * @param client what the client says
 * @param left the text on the left
 * @param right the text on the right
 */
public record Assignment(
        UUID comparison,
        String dataset,
        Instant expiresAt,
        List<Message> history,
        String client,
        String left,
        String right) {

    public Assignment {
        history = List.copyOf(history);
    }
}
