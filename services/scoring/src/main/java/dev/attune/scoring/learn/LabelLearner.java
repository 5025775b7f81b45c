package dev.attune.scoring.learn;

import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Learns one label after the other of the same examples: a logistic regression, of features scaled by naive Bayes where that is
 * wanted, in which the rarer side weighs more; a threshold that gives the best F1 on held-out rows; and a shift that makes the model's probabilities right on the
 * whole. Thread-safe.
 */
public final class LabelLearner {

    private static final int HALVINGS = 50;
    private static final double FARTHEST_SHIFT = 20;

    private final LinearLearner.Examples shared;
    private final List<SparseVector> examples;
    private final Folds folds;
    private final int features;
    private final Settings settings;

    private LabelLearner(
            LinearLearner.Examples shared, List<SparseVector> examples, Folds folds, int features, Settings settings) {
        this.settings = settings;
        this.shared = shared;
        this.examples = examples;
        this.folds = folds;
        this.features = features;
    }

    /**
     * How it learns.
     *
     * @param cost how much a wrong example weighs against large weights
     * @param bayes how much of the ratio of naive Bayes is in the scales of features, 0 to 1; 0 leaves features as they are
     * @param balance how much more the rarer side weighs: 0 weighs each example alike, 1 each side
     * @param separating whether by a support vector machine, whose scores are no logits; else by logistic regression
     */
    public record Settings(double cost, double bayes, double balance, boolean separating) {}

    /** For these examples, which are held out by these folds. */
    public static LabelLearner over(
            LinearLearner learner, List<SparseVector> examples, Folds folds, int features, Settings settings) {
        return new LabelLearner(learner.over(examples, features), examples, folds, features, settings);
    }

    /**
     * A label.
     *
     * @param model its logit
     * @param threshold the logit from which on it is told
     * @param shift what to add to the logit, so that its probabilities are as many as there are labels
     * @param held the logits of the examples by models that had not seen them
     */
    public record Decision(LinearModel model, double threshold, double shift, double[] held) {}

    /** Learns it from which examples have it; where there is one or none of a kind, the other kind is always told. */
    public Decision learn(boolean[] has) {
        int positives = 0;
        for (boolean each : has) {
            positives += each ? 1 : 0;
        }
        if (positives < 2 || positives == has.length) {
            boolean always = positives == has.length;
            return new Decision(
                    new LinearModel(new float[features], 0),
                    always ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY,
                    always ? FARTHEST_SHIFT : -FARTHEST_SHIFT,
                    new double[has.length]);
        }
        double weight = Math.pow((double) (has.length - positives) / positives, settings.balance());
        Function<int[], LinearModel> learn = rows -> model(scaled(rows, has), rows, has, weight);
        double[] scores = HeldOut.scores(examples, folds, learn);
        return new Decision(
                learn.apply(IntStream.range(0, has.length).toArray()),
                Thresholds.bestF1(scores, has),
                shift(scores, (double) positives / has.length),
                scores);
    }

    private LinearModel model(LinearLearner.Examples examples, int[] rows, boolean[] has, double weight) {
        return settings.separating()
                ? examples.separating(rows, has, settings.cost(), weight)
                : examples.binary(rows, has, settings.cost(), weight);
    }

    private LinearLearner.Examples scaled(int[] rows, boolean[] has) {
        return settings.bayes() == 0
                ? shared
                : shared.scaled(NaiveBayes.scales(examples, rows, has, features, settings.bayes()));
    }

    /** By halving, since the mean probability grows with the shift. */
    private static double shift(double[] scores, double share) {
        double low = -FARTHEST_SHIFT;
        double high = FARTHEST_SHIFT;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double mean = Arrays.stream(scores)
                    .map(score -> 1 / (1 + Math.exp(-score - middle)))
                    .average()
                    .orElse(share);
            if (mean < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
