package dev.attune.ranking.strength;

/**
 * The probability that one response beats another, with what is not known about it.
 *
 * @param value 0 to 1
 * @param low lower end of the 95 % interval
 * @param high upper end of it
 */
record Probability(double value, double low, double high) {

    private static final double TWO_SIDED_95 = 1.96;

    /**
     * The probability out of the normal distribution of the two strengths' difference. Its value is the expectation of
     * the logistic function over that distribution, in MacKay's approximation (1992): the less is known, the nearer it
     * comes to one half.
     *
     * @param mean of the difference, on the logit scale
     * @param variance of the difference
     */
    static Probability ofDifference(double mean, double variance) {
        double reach = TWO_SIDED_95 * Math.sqrt(variance);
        return new Probability(
                Logistic.of(mean / Math.sqrt(1 + Math.PI * variance / 8)),
                Logistic.of(mean - reach),
                Logistic.of(mean + reach));
    }
}
