package dev.attune.scoring.evaluate;

import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.learn.Folds;
import dev.attune.scoring.learn.Heads;
import dev.attune.scoring.learn.HeldOut;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.learn.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One number a text: a linear model whose cost is chosen on held-out rows. What is told is the number. */
final class RegressionMethod implements Method {

    private static final double[] COSTS = {0.03, 0.1, 0.3, 1};
    private static final int FOLDS = 3;

    private final LinearLearner learner;
    private final boolean wordsOnly;

    RegressionMethod(LinearLearner learner, boolean wordsOnly) {
        this.learner = learner;
        this.wordsOnly = wordsOnly;
    }

    /** The number that a row is labelled with. */
    static double number(LabelledRow row) {
        try {
            return Double.parseDouble(row.labels());
        } catch (NumberFormatException e) {
            throw new EvaluationException("'" + row.labels() + "' is no number");
        }
    }

    @Override
    public Learnt learn(List<LabelledRow> rows) {
        Vectoriser vectoriser = Vectors.learn(rows, wordsOnly, false);
        List<SparseVector> examples = vectoriser.of(rows);
        double[] actual = rows.stream().mapToDouble(RegressionMethod::number).toArray();
        // The learner shrinks the bias like any weight, so it learns distances from the middle.
        double middle = Arrays.stream(actual).average().orElse(0);
        double[] targets = Arrays.stream(actual).map(each -> each - middle).toArray();
        Folds folds = Folds.of(rows.stream().map(LabelledRow::group).toList(), FOLDS);
        LinearLearner.Examples shared = learner.over(examples, vectoriser.features());
        Choice best = Arrays.stream(COSTS)
                .parallel()
                .mapToObj(cost -> new Choice(cost, error(examples, shared, targets, folds, cost)))
                .reduce((one, other) -> other.error() < one.error() ? other : one)
                .orElseThrow();
        LinearLearner.LinearModel model =
                shared.numbers(IntStream.range(0, rows.size()).toArray(), targets, best.cost());
        Heads heads = Heads.of(List.of(new LinearLearner.LinearModel(model.weights(), model.bias() + middle)));
        Scratch scratch = new Scratch();
        float[] number = new float[1];
        return row -> {
            heads.score(vectoriser, row, scratch, number);
            return new double[] {number[0]};
        };
    }

    private record Choice(double cost, double error) {}

    private static double error(
            List<SparseVector> examples, LinearLearner.Examples shared, double[] targets, Folds folds, double cost) {
        double[] held = HeldOut.scores(examples, folds, picked -> shared.numbers(picked, targets, cost));
        return Metrics.meanAbsoluteError(held, targets);
    }

    @Override
    public Quality measure(List<LabelledRow> rows, List<double[]> told) {
        double[] actual = rows.stream().mapToDouble(RegressionMethod::number).toArray();
        double[] tellings = told.stream().mapToDouble(each -> each[0]).toArray();
        return new Quality(
                null,
                null,
                null,
                null,
                Metrics.meanAbsoluteError(tellings, actual),
                Metrics.spearman(tellings, actual),
                null);
    }
}
