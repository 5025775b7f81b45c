package dev.attune.scoring.evaluate;

import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.learn.Folds;
import dev.attune.scoring.learn.HeldOut;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import dev.attune.scoring.learn.Metrics;
import dev.attune.scoring.learn.Metrics.Labelling;
import dev.attune.scoring.learn.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Any number of labels a text: a logistic regression for each, in which the rarer side weighs more, and a threshold for each
 * that gives the best F1 on held-out rows. What is told is 1 or 0 for each label.
 */
final class MultiLabelMethod implements Method {

    private static final double COST = 1;
    private static final int FOLDS = 3;

    private final LinearLearner learner;
    private final List<String> labels;

    /** For the labels that occur in any of these rows. */
    MultiLabelMethod(LinearLearner learner, List<LabelledRow> all) {
        this.learner = learner;
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
        Vectoriser vectoriser = Vectoriser.learn(rows);
        List<SparseVector> examples = vectoriser.of(rows);
        Folds folds = Folds.of(rows.stream().map(LabelledRow::group).toList(), FOLDS);
        LinearLearner.Examples shared = learner.over(examples, vectoriser.features());
        List<Decision> decisions = IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> decision(rows, label, examples, shared, folds, vectoriser.features()))
                .toList();
        return new Decisions(vectoriser, decisions);
    }

    private Decision decision(
            List<LabelledRow> rows,
            int label,
            List<SparseVector> examples,
            LinearLearner.Examples shared,
            Folds folds,
            int features) {
        String name = labels.get(label);
        boolean[] has = new boolean[rows.size()];
        int positives = 0;
        for (int i = 0; i < has.length; i++) {
            has[i] = labels(rows.get(i)).contains(name);
            positives += has[i] ? 1 : 0;
        }
        if (positives < 2 || positives == has.length) {
            // Nothing to tell apart.
            boolean always = positives == has.length;
            return new Decision(new LinearModel(new float[features], 0), always ? -1 : Double.POSITIVE_INFINITY);
        }
        double weight = Math.sqrt((double) (has.length - positives) / positives);
        double[] scores = HeldOut.scores(examples, folds, picked -> shared.binary(picked, has, COST, weight));
        return new Decision(
                shared.binary(IntStream.range(0, has.length).toArray(), has, COST, weight),
                Thresholds.bestF1(scores, has));
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

    /** A model, and the score from which on its label is told. */
    private record Decision(LinearModel model, double threshold) {}

    /** The decisions on all labels in one pass over a text's features. */
    private static final class Decisions implements Learnt {

        private final Vectoriser vectoriser;
        private final int labels;
        private final float[] weights;
        private final float[] start;

        Decisions(Vectoriser vectoriser, List<Decision> decisions) {
            this.vectoriser = vectoriser;
            this.labels = decisions.size();
            // Feature by feature, so that one look at memory serves all labels.
            this.weights = new float[vectoriser.features() * labels];
            this.start = new float[labels];
            for (int label = 0; label < labels; label++) {
                Decision decision = decisions.get(label);
                start[label] = (float) (decision.model().bias() - decision.threshold());
                for (int feature = 0; feature < vectoriser.features(); feature++) {
                    weights[feature * labels + label] = decision.model().weights()[feature];
                }
            }
        }

        @Override
        public double[] tell(LabelledRow row) {
            SparseVector example = vectoriser.of(row);
            float[] scores = start.clone();
            for (int i = 0; i < example.ids().length; i++) {
                int from = example.ids()[i] * labels;
                float value = example.values()[i];
                for (int label = 0; label < labels; label++) {
                    scores[label] += weights[from + label] * value;
                }
            }
            double[] told = new double[labels];
            for (int label = 0; label < labels; label++) {
                told[label] = scores[label] > 0 ? 1 : 0;
            }
            return told;
        }
    }
}
