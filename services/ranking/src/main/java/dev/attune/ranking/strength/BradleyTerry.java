package dev.attune.ranking.strength;

import java.util.Arrays;

/**
 * The Bradley-Terry model with a normal prior: item i beats item j with the probability logistic(strength i - strength
 * j). The prior makes the posterior strictly concave, so its mode exists and is unique even where no comparison links
 * two items; Newton's method finds it.
 */
final class BradleyTerry {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    private static final double SMALL_STEP = 1e-12;
    private static final double ROUNDING = 1e-12;

    private final double[] prior;
    private final double precision;
    private final double[][] wins;

    /**
     * @param prior the strengths as they are thought to be before any comparison
     * @param priorDeviation the standard deviation of each around it
     * @param wins {@code wins[i][j]}: how often i beat j; half a win each stands for a tie
     */
    BradleyTerry(double[] prior, double priorDeviation, double[][] wins) {
        this.prior = prior.clone();
        this.precision = 1 / (priorDeviation * priorDeviation);
        this.wins = wins;
    }

    /** The mode of the posterior, with the inverse of the curvature there as covariance. */
    Posterior posterior() {
        double[] strengths = prior.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = Cholesky.of(curvature(strengths)).solve(gradient(strengths));
            double[] next = centred(ascend(strengths, direction));
            double moved = largestDifference(strengths, next);
            strengths = next;
            if (moved < SMALL_STEP) {
                break;
            }
        }
        return new Posterior(strengths, Cholesky.of(curvature(strengths)).inverse());
    }

    /** Newton's step, halved while it overshoots; next to the mode rounding would hide that a step leads upwards. */
    private double[] ascend(double[] from, double[] direction) {
        double height = logPosterior(from);
        double enough = height - ROUNDING * (1 + Math.abs(height));
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] to = from.clone();
            for (int item = 0; item < to.length; item++) {
                to[item] += length * direction[item];
            }
            if (logPosterior(to) >= enough) {
                return to;
            }
            length /= 2;
        }
        return from;
    }

    /** Comparisons say nothing about the sum of all strengths, so it stays the prior's; rounding must not move it. */
    private double[] centred(double[] strengths) {
        double drift = (Arrays.stream(strengths).sum() - Arrays.stream(prior).sum()) / prior.length;
        return Arrays.stream(strengths).map(strength -> strength - drift).toArray();
    }

    private double logPosterior(double[] strengths) {
        double sum = 0;
        for (int i = 0; i < strengths.length; i++) {
            double distance = strengths[i] - prior[i];
            sum -= precision * distance * distance / 2;
            for (int j = 0; j < strengths.length; j++) {
                if (wins[i][j] > 0) {
                    sum += wins[i][j] * Logistic.log(strengths[i] - strengths[j]);
                }
            }
        }
        return sum;
    }

    private double[] gradient(double[] strengths) {
        double[] gradient = new double[strengths.length];
        for (int i = 0; i < strengths.length; i++) {
            gradient[i] = precision * (prior[i] - strengths[i]);
            for (int j = 0; j < strengths.length; j++) {
                double expected = (wins[i][j] + wins[j][i]) * Logistic.of(strengths[i] - strengths[j]);
                gradient[i] += i == j ? 0 : wins[i][j] - expected;
            }
        }
        return gradient;
    }

    /** The negative Hessian of the log posterior. */
    private double[][] curvature(double[] strengths) {
        int size = strengths.length;
        double[][] curvature = new double[size][size];
        for (int i = 0; i < size; i++) {
            curvature[i][i] += precision;
            for (int j = 0; j < i; j++) {
                double probability = Logistic.of(strengths[i] - strengths[j]);
                double information = (wins[i][j] + wins[j][i]) * probability * (1 - probability);
                curvature[i][i] += information;
                curvature[j][j] += information;
                curvature[i][j] -= information;
                curvature[j][i] -= information;
            }
        }
        return curvature;
    }

    private static double largestDifference(double[] some, double[] others) {
        double largest = 0;
        for (int item = 0; item < some.length; item++) {
            largest = Math.max(largest, Math.abs(some[item] - others[item]));
        }
        return largest;
    }
}
