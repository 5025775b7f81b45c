package dev.attune.scoring.score.rest;

import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.message.TurnScored.Finding;
import dev.attune.model.message.TurnScored.StrategyScore;
import dev.attune.scoring.rubric.Rubrics;
import dev.attune.scoring.score.CurrentScore;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current score of a turn.
 *
 * @param turnRevision the revision of the turn that was scored
 * @param revision how often the turn was scored
 * @param model the model version, {@code name@hash}
 * @param state the client's state; null where the model did not tell
 * @param findings what validators found
 */
public record ScoreView(
        UUID turnId,
        UUID conversationId,
        String dataset,
        long turnRevision,
        long revision,
        String model,
        String rubric,
        List<EmotionView> emotions,
        @Nullable ClientState state,
        List<ResponseView> responses,
        List<Finding> findings,
        Instant scoredAt) {

    /**
     * The score of a response.
     *
     * @param rubric criterion to score, on its rubric's scale
     * @param overall rubric to the mean of its criteria, each by its weight
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     * @param strategies the strategies that it uses, surest first
     * @param change by how much the client's valence is expected to change after it
     */
    public record ResponseView(
            UUID responseId,
            SortedMap<String, Double> rubric,
            SortedMap<String, Double> overall,
            double utility,
            List<StrategyScore> strategies,
            @Nullable Double change) {}

    static ScoreView from(CurrentScore current, Rubrics rubrics) {
        TurnScored score = current.score();
        return new ScoreView(
                score.turnId(),
                score.conversationId(),
                score.dataset(),
                score.turnRevision(),
                score.revision(),
                score.model(),
                score.rubric(),
                score.emotions().stream().map(EmotionView::from).toList(),
                score.state(),
                score.responses().stream()
                        .map(response -> new ResponseView(
                                response.responseId(),
                                new TreeMap<>(response.rubric()),
                                rubrics.overall(new TreeMap<>(response.rubric())),
                                response.utility(),
                                response.strategies(),
                                response.change()))
                        .toList(),
                score.findings(),
                current.at());
    }
}
