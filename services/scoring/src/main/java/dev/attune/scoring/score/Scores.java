package dev.attune.scoring.score;

import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.StrategyScore;
import dev.attune.scoring.finding.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the model and the validators say of a client's message and the replies to it.
 *
 * @param emotions the client's emotions, surest first
 * @param state the client's state
 * @param responses of each reply, in the order given
 * @param findings what is wrong, by index of the reply
 * @param step what led to this message; null for the first of a conversation
 */
public record Scores(
        List<EmotionScore> emotions,
        ClientState state,
        List<ResponseScores> responses,
        List<Finding> findings,
        @Nullable Step step) {

    public Scores {
        emotions = List.copyOf(emotions);
        responses = List.copyOf(responses);
        findings = List.copyOf(findings);
    }

    /**
     * What the model says of a reply.
     *
     * @param rubric criterion to score
     * @param confidence criterion to confidence, 0 to 1
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     * @param strategies the strategies that it uses, surest first
     * @param change by how much the client's valence is expected to change
     */
    public record ResponseScores(
            SortedMap<String, Double> rubric,
            SortedMap<String, Double> confidence,
            double utility,
            List<StrategyScore> strategies,
            double change) {
        public ResponseScores {
            rubric = new TreeMap<>(rubric);
            confidence = new TreeMap<>(confidence);
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * The client's last message and the reply that was said to it, of which this message shows what came.
     *
     * @param emotion the surest emotion then
     * @param intensity how strong it was
     * @param valence where it was
     * @param strategies the strategies of the reply
     */
    public record Step(String emotion, double intensity, double valence, List<String> strategies) {
        public Step {
            strategies = List.copyOf(strategies);
        }
    }
}
