package dev.attune.model.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The current scores of a turn and its responses, all by one model version. Of two messages about one turn the greater
 * revision holds.
 *
 * @param dataset the dataset's name
 * @param conversationId the conversation; the message's key
 * @param turnId the turn
 * @param turnRevision the revision of the turn that was scored
 * @param revision grows with every scoring of the turn, from 1
 * @param model the model version, {@code name@hash}
 * @param rubric the rubric, {@code name@hash}
 * @param emotions the client's emotions, most confident first
 * @param responses the scores of each response, in the turn's order
 */
public record TurnScored(
        String dataset,
        UUID conversationId,
        UUID turnId,
        long turnRevision,
        long revision,
        String model,
        String rubric,
        List<EmotionScore> emotions,
        List<ResponseScore> responses) {

    public TurnScored {
        emotions = List.copyOf(emotions);
        responses = List.copyOf(responses);
    }

    /**
     * An emotion found in the client's words.
     *
     * @param emotion the taxonomy's code
     * @param confidence 0 to 1
     */
    public record EmotionScore(String emotion, double confidence) {}

    /**
     * The scores of one response.
     *
     * @param responseId the response
     * @param rubric criterion to score, 1 to 5
     * @param utility its value by the pairwise model: P(a beats b) = sigmoid(utility(a) - utility(b))
     */
    public record ResponseScore(UUID responseId, Map<String, Double> rubric, double utility) {
        public ResponseScore {
            // Sorted, so that the same scores are the same bytes.
            rubric = Collections.unmodifiableSortedMap(new TreeMap<>(rubric));
        }
    }
}
