package dev.attune.scoring.comparison.rest;

import dev.attune.scoring.comparison.Comparison;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Where two models differ on the turns that both scored.
 *
 * @param left the one model's version
 * @param right the other's
 * @param turns how many turns both scored; the latest ones, at most 2000
 * @param pairs how many pairs of responses to one turn
 * @param ordersDiffer how many of them the two models order otherwise
 * @param primaryEmotionsDiffer in how many turns the surest emotion is another one
 * @param criteria by criterion, right minus left
 * @param farthest the turns whose pairs differ most, at most 20
 */
public record ComparisonView(
        String left,
        String right,
        int turns,
        int pairs,
        int ordersDiffer,
        int primaryEmotionsDiffer,
        SortedMap<String, Comparison.CriterionDifference> criteria,
        List<FarTurnView> farthest) {

    /** A turn on which the models differ; distance is that of the two probabilities of one response to beat another. */
    public record FarTurnView(UUID turnId, double distance, boolean ordersDiffer) {}

    static ComparisonView from(String left, String right, Comparison comparison) {
        return new ComparisonView(
                left,
                right,
                comparison.turns(),
                comparison.pairs(),
                comparison.ordersDiffer(),
                comparison.primaryEmotionsDiffer(),
                comparison.criteria(),
                comparison.farthest().stream()
                        .map(turn -> new FarTurnView(turn.turnId(), turn.distance(), turn.ordersDiffer()))
                        .toList());
    }
}
