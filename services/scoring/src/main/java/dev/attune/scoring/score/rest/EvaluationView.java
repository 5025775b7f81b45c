package dev.attune.scoring.score.rest;

import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.message.TurnScored.StrategyScore;
import dev.attune.scoring.finding.Finding;
import dev.attune.scoring.model.ScoringModel.Reason;
import dev.attune.scoring.registry.RegisteredModel;
import dev.attune.scoring.rubric.Rubrics;
import dev.attune.scoring.score.Scores;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the model and the validators say of the texts.
 *
 * @param model the model version, {@code name@hash}
 * @param state the client's state
 * @param responses in the order of the request
 * @param findings what is wrong; {@code reply} is an index into the responses, null where it is about the turn
 */
public record EvaluationView(
        String model,
        String rubric,
        List<EmotionView> emotions,
        ClientState state,
        List<ResponseEvaluationView> responses,
        List<Finding> findings) {

    /**
     * What the model says of a response.
     *
     * @param rubric criterion to score, on its rubric's scale
     * @param overall rubric to the mean of its criteria, each by its weight
     * @param confidence criterion to confidence, 0 to 1: how often such a score was within one grade of the true one
     * @param reasons criterion to the words that moved its score, strongest first; null where they were not asked for
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     * @param strategies the strategies that it uses, surest first
     * @param change by how much the client's valence is expected to change after it
     */
    public record ResponseEvaluationView(
            SortedMap<String, Double> rubric,
            SortedMap<String, Double> overall,
            SortedMap<String, Double> confidence,
            @Nullable SortedMap<String, List<Reason>> reasons,
            double utility,
            List<StrategyScore> strategies,
            double change) {}

    static EvaluationView from(
            RegisteredModel model,
            Rubrics rubrics,
            Scores scores,
            @Nullable List<SortedMap<String, List<Reason>>> reasons) {
        return new EvaluationView(
                model.version(),
                model.rubric(),
                scores.emotions().stream().map(EmotionView::from).toList(),
                scores.state(),
                IntStream.range(0, scores.responses().size())
                        .mapToObj(i -> {
                            Scores.ResponseScores response = scores.responses().get(i);
                            return new ResponseEvaluationView(
                                    response.rubric(),
                                    rubrics.overall(response.rubric()),
                                    response.confidence(),
                                    reasons == null ? null : reasons.get(i),
                                    response.utility(),
                                    response.strategies(),
                                    response.change());
                        })
                        .toList(),
                scores.findings());
    }
}
