package dev.attune.scoring.comparison;

import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.ResponseScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where two models differ.
 *
 * @param turns how many turns both scored
 * @param pairs how many pairs of responses to one turn
 * @param ordersDiffer how many of them the two models order otherwise
 * @param primaryEmotionsDiffer in how many turns the surest emotion is another one
 * @param criteria by criterion
 * @param farthest the turns whose pairs differ most, farthest first
 */
public record Comparison(
        int turns,
        int pairs,
        int ordersDiffer,
        int primaryEmotionsDiffer,
        SortedMap<String, CriterionDifference> criteria,
        List<FarTurn> farthest) {

    private static final int MOST_TURNS = 20;

    /**
     * How the scores of a criterion differ.
     *
     * @param mean the mean of right minus left
     * @param distance the mean distance
     */
    public record CriterionDifference(double mean, double distance) {}

    /**
     * A turn on which the models differ.
     *
     * @param turnId the turn
     * @param distance the greatest distance of the two probabilities that one response beats another, 0 to 1
     * @param ordersDiffer whether the models order any pair otherwise
     */
    public record FarTurn(UUID turnId, double distance, boolean ordersDiffer) {}

    /** Compares what two models say. */
    public static Comparison of(List<TwoScores> scores) {
        Counting counting = new Counting();
        scores.forEach(counting::add);
        counting.far.sort(
                Comparator.comparingDouble(FarTurn::distance).reversed().thenComparing(FarTurn::turnId));
        SortedMap<String, CriterionDifference> criteria = new TreeMap<>();
        counting.sums.forEach(
                (criterion, sum) -> criteria.put(criterion, new CriterionDifference(sum[0] / sum[2], sum[1] / sum[2])));
        return new Comparison(
                scores.size(),
                counting.pairs,
                counting.ordersDiffer,
                counting.emotionsDiffer,
                criteria,
                counting.far.stream().limit(MOST_TURNS).toList());
    }

    /** What is counted turn by turn. */
    private static final class Counting {
        private int pairs;
        private int ordersDiffer;
        private int emotionsDiffer;
        private final Map<String, double[]> sums = new HashMap<>();
        private final List<FarTurn> far = new ArrayList<>();

        void add(TwoScores scores) {
            emotionsDiffer += primary(scores.left().emotions())
                            .equals(primary(scores.right().emotions()))
                    ? 0
                    : 1;
            Map<UUID, ResponseScore> right = new HashMap<>();
            scores.right().responses().forEach(response -> right.put(response.responseId(), response));
            List<ResponseScore> left = scores.left().responses().stream()
                    .filter(response -> right.containsKey(response.responseId()))
                    .toList();
            double farthest = 0;
            int before = ordersDiffer;
            for (int i = 0; i < left.size(); i++) {
                ResponseScore a = left.get(i);
                ResponseScore otherA = right.getOrDefault(a.responseId(), a);
                addCriteria(a, otherA);
                for (ResponseScore b : left.subList(i + 1, left.size())) {
                    ResponseScore otherB = right.getOrDefault(b.responseId(), b);
                    double here = a.utility() - b.utility();
                    double there = otherA.utility() - otherB.utility();
                    pairs++;
                    ordersDiffer += Math.signum(here) == Math.signum(there) ? 0 : 1;
                    farthest = Math.max(farthest, Math.abs(sigmoid(here) - sigmoid(there)));
                }
            }
            far.add(new FarTurn(scores.turnId(), farthest, ordersDiffer > before));
        }

        private void addCriteria(ResponseScore a, ResponseScore other) {
            a.rubric().forEach((criterion, score) -> {
                Double theirs = other.rubric().get(criterion);
                if (theirs != null) {
                    double[] sum = sums.computeIfAbsent(criterion, first -> new double[3]);
                    sum[0] += theirs - score;
                    sum[1] += Math.abs(theirs - score);
                    sum[2]++;
                }
            });
        }

        private static String primary(List<EmotionScore> emotions) {
            return emotions.isEmpty() ? "" : emotions.getFirst().emotion();
        }

        private static double sigmoid(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }
}
