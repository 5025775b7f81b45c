package dev.attune.scoring.evaluate;

import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.learn.Folds;
import dev.attune.scoring.learn.Heads;
import dev.attune.scoring.learn.LabelLearner;
import dev.attune.scoring.learn.LabelLearner.Decision;
import dev.attune.scoring.learn.LabelLearner.Settings;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.learn.Metrics;
import dev.attune.scoring.learn.Metrics.Labelling;
import dev.attune.scoring.learn.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Any number of labels a text: a support vector machine for each, in which the rarer side weighs more; the labels' scores compete, and
 * thresholds are chosen together on held-out rows. Where every row to learn from has a label, a text beyond no threshold gets the label
 * that is nearest to its own. What is told is 1 or 0 for each label.
 */
final class MultiLabelMethod implements Method {

    private static final int FOLDS = 3;
    private static final Settings SETTINGS = new Settings(0.05, 0, 0.25, true);
    /** How much of the greatest other score is taken off a label's: labels compete. */
    private static final float COMPETITION = 0.2f;
    /** How much the F1 over all decisions counts beside the mean F1. */
    private static final double MICRO = 0.2;

    private final LinearLearner learner;
    private final boolean wordsOnly;
    private final List<String> labels;

    /** For the labels that occur in any of these rows. */
    MultiLabelMethod(LinearLearner learner, List<LabelledRow> all, boolean wordsOnly) {
        this.learner = learner;
        this.wordsOnly = wordsOnly;
        Set<String> distinct = new TreeSet<>(MultiLabelMethod::byNumberThenName);
        all.forEach(row -> distinct.addAll(labels(row)));
        this.labels = List.copyOf(distinct);
    }

    private static int byNumberThenName(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }

    private static List<String> labels(LabelledRow row) {
        return Arrays.stream(row.labels().split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Override
    public Learnt learn(List<LabelledRow> rows) {
        Vectoriser vectoriser = Vectors.learn(rows, wordsOnly, false);
        LabelLearner labelLearner = LabelLearner.over(
                learner,
                vectoriser.of(rows),
                Folds.of(rows.stream().map(LabelledRow::group).toList(), FOLDS),
                vectoriser.features(),
                SETTINGS);
        List<boolean[]> has = IntStream.range(0, labels.size())
                .mapToObj(label -> has(rows, labels.get(label)))
                .toList();
        List<Decision> decisions = has.parallelStream().map(labelLearner::learn).toList();
        boolean always = rows.stream().noneMatch(row -> labels(row).isEmpty());
        return new Decisions(vectoriser, decisions, thresholds(decisions, has), always);
    }

    /** On what held-out rows scored, after competing; labels that cannot be told apart keep theirs. */
    private static float[] thresholds(List<Decision> decisions, List<boolean[]> has) {
        int rows = has.isEmpty() ? 0 : has.getFirst().length;
        double[][] competed = new double[decisions.size()][rows];
        float[] scores = new float[decisions.size()];
        for (int row = 0; row < rows; row++) {
            for (int label = 0; label < scores.length; label++) {
                scores[label] = (float) decisions.get(label).held()[row];
            }
            compete(scores);
            for (int label = 0; label < scores.length; label++) {
                competed[label][row] = scores[label];
            }
        }
        double[] together = Thresholds.together(List.of(competed), has, MICRO);
        float[] thresholds = new float[scores.length];
        for (int label = 0; label < scores.length; label++) {
            double own = decisions.get(label).threshold();
            thresholds[label] = (float) (Double.isInfinite(own) ? own : together[label]);
        }
        return thresholds;
    }

    private static void compete(float[] scores) {
        float most = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            if (score > most) {
                second = most;
                most = score;
            } else if (score > second) {
                second = score;
            }
        }
        if (scores.length > 1) {
            for (int label = 0; label < scores.length; label++) {
                scores[label] -= COMPETITION * (scores[label] == most ? second : most);
            }
        }
    }

    private static boolean[] has(List<LabelledRow> rows, String label) {
        boolean[] has = new boolean[rows.size()];
        for (int i = 0; i < has.length; i++) {
            has[i] = labels(rows.get(i)).contains(label);
        }
        return has;
    }

    @Override
    public Quality measure(List<LabelledRow> rows, List<double[]> told) {
        boolean[][] tellings = new boolean[rows.size()][labels.size()];
        boolean[][] actual = new boolean[rows.size()][labels.size()];
        for (int row = 0; row < rows.size(); row++) {
            List<String> its = labels(rows.get(row));
            for (int label = 0; label < labels.size(); label++) {
                tellings[row][label] = told.get(row)[label] > 0.5;
                actual[row][label] = its.contains(labels.get(label));
            }
        }
        Labelling labelling = Metrics.labelling(tellings, actual, labels);
        return new Quality(
                labelling.macro(), labelling.micro(), labelling.accuracy(), labelling.perLabel(), null, null, null);
    }

    /** The decisions on all labels in one pass over a text's features. */
    private static final class Decisions implements Learnt {

        private final Vectoriser vectoriser;
        private final Heads heads;
        private final float[] thresholds;
        private final boolean always;
        private final Scratch scratch = new Scratch();
        private final float[] scores;

        Decisions(Vectoriser vectoriser, List<Decision> decisions, float[] thresholds, boolean always) {
            this.vectoriser = vectoriser;
            this.heads = Heads.of(decisions.stream().map(Decision::model).toList());
            this.thresholds = thresholds;
            this.always = always;
            this.scores = new float[heads.size()];
        }

        @Override
        public double[] tell(LabelledRow row) {
            heads.score(vectoriser, row, scratch, scores);
            compete(scores);
            double[] told = new double[scores.length];
            int best = 0;
            for (int label = 0; label < scores.length; label++) {
                scores[label] -= thresholds[label];
                told[label] = scores[label] > 0 ? 1 : 0;
                best = scores[label] > scores[best] ? label : best;
            }
            if (always) {
                told[best] = 1;
            }
            return told;
        }
    }
}
