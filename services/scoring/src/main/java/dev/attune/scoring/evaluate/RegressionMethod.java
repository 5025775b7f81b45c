package dev.attune.scoring.evaluate;

import java.util.Arrays;
import java.util.List;

/** One number a text: a linear model whose cost is chosen on held-out rows. What is told is the number. */
final class RegressionMethod implements Method {

    private static final double[] COSTS = {0.03, 0.1, 0.3, 1};
    private static final int FOLDS = 3;

    private final LinearLearner learner;

    RegressionMethod(LinearLearner learner) {
        this.learner = learner;
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
        Vectoriser vectoriser = Vectoriser.learn(rows);
        List<SparseVector> examples = vectoriser.of(rows);
        double[] actual = rows.stream().mapToDouble(RegressionMethod::number).toArray();
        // The learner shrinks the bias like any weight, so it learns distances from the middle.
        double middle = Arrays.stream(actual).average().orElse(0);
        double[] targets = Arrays.stream(actual).map(each -> each - middle).toArray();
        Folds folds = Folds.of(rows, FOLDS);
        Choice best = Arrays.stream(COSTS)
                .parallel()
                .mapToObj(cost -> new Choice(cost, error(examples, targets, folds, vectoriser.features(), cost)))
                .reduce((one, other) -> other.error() < one.error() ? other : one)
                .orElseThrow();
        LinearLearner.LinearModel model = learner.numbers(examples, targets, vectoriser.features(), best.cost());
        return row -> new double[] {model.score(vectoriser.of(row)) + middle};
    }

    private record Choice(double cost, double error) {}

    private double error(List<SparseVector> examples, double[] targets, Folds folds, int features, double cost) {
        double[] held = HeldOut.scores(
                examples,
                folds,
                picked ->
                        learner.numbers(HeldOut.pick(examples, picked), HeldOut.pick(targets, picked), features, cost));
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
