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
import dev.attune.scoring.learn.Metrics.Labelling;
import dev.attune.scoring.learn.Offsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One level a text: a support vector machine for each level, and for each an offset, chosen on held-out rows for the best
 * macro-F1; the level with the greatest score is told. What is told is the level.
 */
final class OrdinalMethod implements Method {

    private static final double[] COSTS = {0.05, 0.1, 0.2};
    private static final int FOLDS = 5;

    private final LinearLearner learner;
    private final boolean wordsOnly;
    private final double[] levels;

    /** For the levels that occur in any of these rows. */
    OrdinalMethod(LinearLearner learner, List<LabelledRow> all, boolean wordsOnly) {
        this.learner = learner;
        this.wordsOnly = wordsOnly;
        this.levels = all.stream()
                .mapToDouble(RegressionMethod::number)
                .distinct()
                .sorted()
                .toArray();
    }

    @Override
    public Learnt learn(List<LabelledRow> rows) {
        Vectoriser vectoriser = Vectors.learn(rows, wordsOnly, true);
        List<SparseVector> examples = vectoriser.of(rows);
        double[] actual = rows.stream().mapToDouble(RegressionMethod::number).toArray();
        Folds folds = Folds.of(rows.stream().map(LabelledRow::group).toList(), FOLDS);
        LinearLearner.Examples shared = learner.over(examples, vectoriser.features());
        int[] all = IntStream.range(0, rows.size()).toArray();
        Setting best = Arrays.stream(COSTS)
                .parallel()
                .mapToObj(cost -> setting(cost, examples, shared, actual, folds))
                .reduce((one, other) -> other.choice().macroF1() > one.choice().macroF1() ? other : one)
                .orElseThrow();
        List<LinearModel> models = Arrays.stream(levels)
                .mapToObj(level -> model(shared, all, is(actual, level), best.cost()))
                .toList();
        Heads heads = Heads.of(models);
        Scratch scratch = new Scratch();
        float[] scores = new float[levels.length];
        return row -> {
            heads.score(vectoriser, row, scratch, scores);
            return new double[] {levels[Offsets.greatest(scores, best.choice().offsets())]};
        };
    }

    /** A cost, with the offsets that do best under it. */
    private record Setting(double cost, Offsets.Choice choice) {}

    private Setting setting(
            double cost, List<SparseVector> examples, LinearLearner.Examples shared, double[] actual, Folds folds) {
        float[][] scores = new float[examples.size()][levels.length];
        for (int level = 0; level < levels.length; level++) {
            boolean[] is = is(actual, levels[level]);
            double[] held = HeldOut.scores(examples, folds, picked -> model(shared, picked, is, cost));
            for (int row = 0; row < held.length; row++) {
                scores[row][level] = (float) held[row];
            }
        }
        int[] classes = Arrays.stream(actual)
                .mapToInt(level -> Arrays.binarySearch(levels, level))
                .toArray();
        return new Setting(cost, Offsets.choose(scores, classes, levels.length));
    }

    private static LinearModel model(LinearLearner.Examples shared, int[] rows, boolean[] is, double cost) {
        double positives = IntStream.of(rows).filter(row -> is[row]).count();
        return shared.separating(rows, is, cost, Math.sqrt((rows.length - positives) / Math.max(1, positives)));
    }

    private static boolean[] is(double[] actual, double level) {
        boolean[] is = new boolean[actual.length];
        for (int i = 0; i < is.length; i++) {
            is[i] = actual[i] == level;
        }
        return is;
    }

    private Labelling labelling(double[] told, double[] actual) {
        boolean[][] tellings = new boolean[told.length][levels.length];
        boolean[][] are = new boolean[told.length][levels.length];
        for (int row = 0; row < told.length; row++) {
            tellings[row][Arrays.binarySearch(levels, told[row])] = true;
            are[row][Arrays.binarySearch(levels, actual[row])] = true;
        }
        return Metrics.labelling(tellings, are, names());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, levels.length)
                .forEach(i -> names.add(
                        levels[i] == Math.rint(levels[i])
                                ? Long.toString((long) levels[i])
                                : Double.toString(levels[i])));
        return names;
    }

    @Override
    public Quality measure(List<LabelledRow> rows, List<double[]> told) {
        double[] actual = rows.stream().mapToDouble(RegressionMethod::number).toArray();
        double[] tellings = told.stream().mapToDouble(each -> each[0]).toArray();
        Labelling labelling = labelling(tellings, actual);
        return new Quality(
                labelling.macro(),
                labelling.micro(),
                labelling.accuracy(),
                labelling.perLabel(),
                Metrics.meanAbsoluteError(tellings, actual),
                Metrics.spearman(tellings, actual),
                Metrics.quadraticKappa(tellings, actual));
    }
}
