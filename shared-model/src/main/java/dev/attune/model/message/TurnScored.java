package dev.attune.model.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
 * @param state how strongly the client feels, and where in the space of feelings; null where the model does not tell
 * @param responses the scores of each response, in the turn's order
 * @param findings what validators found
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
        @Nullable ClientState state,
        List<ResponseScore> responses,
        List<Finding> findings) {

    public TurnScored {
        emotions = List.copyOf(emotions);
        responses = List.copyOf(responses);
        findings = copy(findings);
    }

    /**
     * An emotion found in the client's words.
     *
     * @param emotion the taxonomy's code
     * @param confidence 0 to 1
     */
    public record EmotionScore(String emotion, double confidence) {}

    /**
     * The client's state.
     *
     * @param intensity how strong the feelings are, 0 to 1
     * @param valence unpleasant to pleasant, -1 to 1
     * @param arousal calm to excited, -1 to 1
     * @param dominance overpowered to in control, -1 to 1
     */
    public record ClientState(double intensity, double valence, double arousal, double dominance) {}

    /**
     * The scores of one response.
     *
     * @param responseId the response
     * @param rubric criterion to score, within the rubric's scale
     * @param utility its value by the pairwise model: P(a beats b) = sigmoid(utility(a) - utility(b))
     * @param strategies the strategies that it uses, surest first
     * @param change the expected change of the client's valence until the next message, -2 to 2; null where the model does not tell
     */
    public record ResponseScore(
            UUID responseId,
            Map<String, Double> rubric,
            double utility,
            List<StrategyScore> strategies,
            @Nullable Double change) {
        public ResponseScore {
            // Sorted, so that the same scores are the same bytes.
            rubric = Collections.unmodifiableSortedMap(new TreeMap<>(rubric));
            strategies = copy(strategies);
        }
    }

    /**
     * A strategy found in a response.
     *
     * @param strategy the taxonomy's code
     * @param confidence 0 to 1
     */
    public record StrategyScore(String strategy, double confidence) {}

    /**
     * What a validator found.
     *
     * @param code what kind of breach it is
     * @param severity note, warning or breach
     * @param responseId in which response; null where it is in the turn or what is stated of it
     * @param words the very words that show it
     * @param why what is wrong with them
     */
    public record Finding(
            String code, String severity, @Nullable UUID responseId, String words, String why) {}

    /** Messages from before these lists were told have none. */
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
