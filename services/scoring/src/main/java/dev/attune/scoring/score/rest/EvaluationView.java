package dev.attune.scoring.score.rest;

import dev.attune.scoring.registry.RegisteredModel;
import dev.attune.scoring.score.Scores;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the model says of the texts.
 *
 * @param model the model version, {@code name@hash}
 * @param responses in the order of the request
 */
public record EvaluationView(
        String model, String rubric, List<EmotionView> emotions, List<ResponseEvaluationView> responses) {

    /**
     * What the model says of a response.
     *
     * @param rubric criterion to score, 1 to 5
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     */
    public record ResponseEvaluationView(SortedMap<String, Double> rubric, double utility) {}

    static EvaluationView from(RegisteredModel model, Scores scores) {
        return new EvaluationView(
                model.version(),
                model.rubric(),
                scores.emotions().stream().map(EmotionView::from).toList(),
                scores.responses().stream()
                        .map(response ->
                                new ResponseEvaluationView(new TreeMap<>(response.rubric()), response.utility()))
                        .toList());
    }
}
