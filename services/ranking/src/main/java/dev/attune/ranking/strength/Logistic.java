package dev.attune.ranking.strength;

/** The logistic function, computed so that no argument overflows. */
final class Logistic {

    private Logistic() {}

    /** 1 / (1 + exp(-x)). */
    static double of(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double odds = Math.exp(x);
        return odds / (1 + odds);
    }

    /** The natural logarithm of {@code of(x)}. */
    static double log(double x) {
        return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
    }
}
