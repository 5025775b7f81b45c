package dev.attune.scoring.evaluate;

import java.util.List;

/** Learns linear models. */
public interface LinearLearner {

    /**
     * Learns to tell two classes apart, by logistic regression.
     *
     * @param features how many features there are
     * @param cost how much a wrong example weighs against large weights; more fits closer
     * @param positiveWeight how much a positive example weighs, a negative one weighing 1
     */
    LinearModel binary(
            List<SparseVector> examples, boolean[] positive, int features, double cost, double positiveWeight);

    /** Learns numbers, by least squares. */
    LinearModel numbers(List<SparseVector> examples, double[] targets, int features, double cost);

    /**
     * A weight for each feature.
     *
     * @param weights by feature
     * @param bias what a text without features gets
     */
    record LinearModel(float[] weights, double bias) {

        /** Logit of the positive class, or the number. */
        double score(SparseVector example) {
            return example.dot(weights) + bias;
        }
    }
}
