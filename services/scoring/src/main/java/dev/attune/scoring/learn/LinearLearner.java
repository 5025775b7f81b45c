package dev.attune.scoring.learn;

import dev.attune.scoring.feature.SparseVector;
import java.util.List;
import java.util.Map;

/** Learns linear models. */
public interface LinearLearner {

    /**
     * Takes examples over, so that many models can be learnt of them and of parts of them.
     *
     * @param features how many features there are; every id is below
     */
    Examples over(List<SparseVector> examples, int features);

    /** How it learns to tell two classes apart, with all settings by name. */
    Map<String, String> binaryProvenance(double cost);

    /** How it learns numbers, with all settings by name. */
    Map<String, String> numbersProvenance(double cost);

    /** Examples to learn from. Thread-safe: the same request always gives the same model. */
    interface Examples {

        /**
         * Learns to tell two classes apart, by logistic regression; where there is but one, the model is sure of it.
         *
         * @param rows indexes of the examples to learn from
         * @param positive the class of each example, also of those not to learn from
         * @param cost how much a wrong example weighs against large weights; more fits closer
         * @param positiveWeight how much a positive example weighs, a negative one weighing 1
         */
        LinearModel binary(int[] rows, boolean[] positive, double cost, double positiveWeight);

        /** The same by a support vector machine with squared hinge loss: it separates better, and its score is no logit. */
        LinearModel separating(int[] rows, boolean[] positive, double cost, double positiveWeight);

        /**
         * Learns numbers, by least squares; of no rows, always 0.
         *
         * @param rows indexes of the examples to learn from
         * @param targets the number of each example, also of those not to learn from
         */
        LinearModel numbers(int[] rows, double[] targets, double cost);

        /** The same examples, with each feature louder by a scale while it is learnt; the models are for unscaled examples. */
        Examples scaled(float[] scales);
    }

    /**
     * A weight for each feature.
     *
     * @param weights by feature
     * @param bias what a text without features gets
     */
    record LinearModel(float[] weights, double bias) {

        /** Logit of the positive class, or the number. */
        public double score(SparseVector example) {
            return example.dot(weights) + bias;
        }
    }
}
