package dev.attune.scoring.score;

import dev.attune.model.message.TurnScored.EmotionScore;
import java.util.List;
import java.util.Map;

/**
 * What the model says of a client's text and the responses to it.
 *
 * @param emotions the client's emotions, most confident first
 * @param responses of each response, in the order given
 */
public record Scores(List<EmotionScore> emotions, List<ResponseScores> responses) {

    public Scores {
        emotions = List.copyOf(emotions);
        responses = List.copyOf(responses);
    }

    /**
     * What the model says of a response.
     *
     * @param rubric criterion to score, 1 to 5
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     */
    public record ResponseScores(Map<String, Double> rubric, double utility) {
        public ResponseScores {
            rubric = Map.copyOf(rubric);
        }
    }
}
