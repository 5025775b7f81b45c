package dev.attune.scoring.score.rest;

import dev.attune.model.message.TurnScored;
import dev.attune.scoring.score.CurrentScore;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The current score of a turn.
 *
 * @param turnRevision the revision of the turn that was scored
 * @param revision how often the turn was scored
 * @param model the model version, {@code name@hash}
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
        List<ResponseView> responses,
        Instant scoredAt) {

    /**
     * The score of a response.
     *
     * @param rubric criterion to score, 1 to 5
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     */
    public record ResponseView(UUID responseId, SortedMap<String, Double> rubric, double utility) {}

    static ScoreView from(CurrentScore current) {
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
                score.responses().stream()
                        .map(response -> new ResponseView(
                                response.responseId(), new TreeMap<>(response.rubric()), response.utility()))
                        .toList(),
                current.at());
    }
}
