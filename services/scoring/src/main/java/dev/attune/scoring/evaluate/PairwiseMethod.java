package dev.attune.scoring.evaluate;

import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.learn.Folds;
import dev.attune.scoring.learn.Heads;
import dev.attune.scoring.learn.HeldOut;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import dev.attune.scoring.learn.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of two texts is preferred: a logistic regression on the difference of their vectors, without a bias and learnt in both
 * orders, so that P(left beats right) = sigmoid(u(left) - u(right)) and a swap mirrors it exactly. What is told is that probability.
 */
final class PairwiseMethod implements Method {

    private static final double[] COSTS = {0.03, 0.2};
    private static final int FOLDS = 2;

    private final LinearLearner learner;
    private final boolean wordsOnly;

    PairwiseMethod(LinearLearner learner, boolean wordsOnly) {
        this.learner = learner;
        this.wordsOnly = wordsOnly;
    }

    /** Whether the left text is the preferred one. */
    static boolean left(LabelledRow row) {
        return switch (row.labels().toLowerCase(Locale.ROOT)) {
            case "left", "1", "a1", "a" -> true;
            case "right", "2", "a2", "b" -> false;
            default ->
                throw new EvaluationException(
                        "'" + row.labels() + "' names no side: left or right, 1 or 2, a1 or a2, a or b");
        };
    }

    @Override
    public Learnt learn(List<LabelledRow> rows) {
        Vectoriser vectoriser = Vectors.learn(
                rows.stream().flatMap(row -> Stream.of(row, other(row))).toList(), wordsOnly, false);
        Scratch scratch = new Scratch();
        List<SparseVector> differences = rows.stream()
                .map(row -> vectoriser.of(row, scratch).minus(vectoriser.of(other(row), scratch)))
                .toList();
        boolean[] leftWins = new boolean[rows.size()];
        for (int i = 0; i < leftWins.length; i++) {
            leftWins[i] = left(rows.get(i));
        }
        Folds folds = Folds.of(rows.stream().map(LabelledRow::group).toList(), FOLDS);
        Mirrored mirrored = new Mirrored(learner, differences, leftWins, vectoriser.features());
        Choice best = Arrays.stream(COSTS)
                .parallel()
                .mapToObj(cost -> new Choice(cost, accuracy(mirrored, differences, leftWins, folds, cost)))
                .reduce((one, other) -> other.accuracy() > one.accuracy() ? other : one)
                .orElseThrow();
        LinearModel model = mirrored.utility(IntStream.range(0, rows.size()).toArray(), best.cost());
        Heads utility = Heads.of(List.of(model));
        float[] left = new float[1];
        float[] right = new float[1];
        return row -> {
            utility.score(vectoriser, row, scratch, left);
            utility.score(vectoriser, other(row), scratch, right);
            return new double[] {1 / (1 + Math.exp(-((double) left[0] - right[0])))};
        };
    }

    private record Choice(double cost, double accuracy) {}

    private static double accuracy(
            Mirrored mirrored, List<SparseVector> differences, boolean[] left, Folds folds, double cost) {
        double[] scores = HeldOut.scores(differences, folds, picked -> mirrored.utility(picked, cost));
        long right = IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0 == left[i])
                .count();
        return (double) right / scores.length;
    }

    /** Every difference, each followed by its mirror image. */
    private static final class Mirrored {

        private final LinearLearner.Examples examples;
        private final boolean[] first;

        Mirrored(LinearLearner learner, List<SparseVector> differences, boolean[] left, int features) {
            List<SparseVector> both = new ArrayList<>(2 * differences.size());
            first = new boolean[2 * differences.size()];
            SparseVector nothing = new SparseVector(new int[0], new float[0]);
            for (int i = 0; i < left.length; i++) {
                both.add(differences.get(i));
                first[2 * i] = left[i];
                both.add(nothing.minus(differences.get(i)));
                first[2 * i + 1] = !left[i];
            }
            examples = learner.over(both, features);
        }

        LinearModel utility(int[] rows, double cost) {
            int[] both = IntStream.of(rows)
                    .flatMap(row -> IntStream.of(2 * row, 2 * row + 1))
                    .toArray();
            return new LinearModel(examples.binary(both, first, cost, 1).weights(), 0);
        }
    }

    /** The row with its right text in the place of the left one. */
    private static LabelledRow other(LabelledRow row) {
        return new LabelledRow(row.right(), row.context(), row.text(), row.labels(), row.group());
    }

    @Override
    public Quality measure(List<LabelledRow> rows, List<double[]> told) {
        List<String> sides = List.of("left", "right");
        boolean[][] tellings = new boolean[rows.size()][2];
        boolean[][] actual = new boolean[rows.size()][2];
        for (int row = 0; row < rows.size(); row++) {
            tellings[row][told.get(row)[0] > 0.5 ? 0 : 1] = true;
            actual[row][left(rows.get(row)) ? 0 : 1] = true;
        }
        Metrics.Labelling labelling = Metrics.labelling(tellings, actual, sides);
        return new Quality(
                labelling.macro(), labelling.micro(), labelling.accuracy(), labelling.perLabel(), null, null, null);
    }
}
