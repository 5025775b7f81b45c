package dev.attune.ranking.strength;

/**
 * What is known of the strengths of some items: a normal distribution over them together (Laplace's approximation).
 *
 * @param means the strengths, on the logit scale
 * @param covariance their covariance
 */
record Posterior(double[] means, double[][] covariance) {

    /** The strength of an item. */
    double mean(int item) {
        return means[item];
    }

    /** The standard deviation of an item's strength. */
    double deviation(int item) {
        return Math.sqrt(covariance[item][item]);
    }

    /** The probability that one item beats another. */
    Probability beats(int one, int other) {
        double variance = covariance[one][one] + covariance[other][other] - 2 * covariance[one][other];
        // Rounding may leave less than nothing where the two are known to differ by a constant.
        return Probability.ofDifference(means[one] - means[other], Math.max(0, variance));
    }
}
