package dev.attune.scoring.learn;

import java.util.Arrays;

/**
 * Turns a number of a model into a grade. A model of least squares keeps near the mean; cuts between neighbouring grades, chosen on held-out
 * rows for the best quadratic-weighted kappa, undo that. Between two cuts the grade grows evenly.
 *
 * @param lowest the lowest grade
 * @param cuts ascending, the first between the two lowest grades
 */
public record Cuts(int lowest, double[] cuts) {

    private static final double[] STEPS = {-0.3, -0.15, -0.07, 0.07, 0.15, 0.3};
    private static final int ROUNDS = 3;
    private static final double NARROWEST = 1e-3;

    /**
     * Chooses cuts.
     *
     * @param numbers what the model said of rows that it had not seen, on the scale of the grades
     * @param grades what they were graded
     */
    public static Cuts tune(double[] numbers, double[] grades, int lowest, int highest) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[highest - lowest];
        for (int i = 0; i < cuts.length; i++) {
            double grade = lowest + i + 1;
            long below = Arrays.stream(grades).filter(each -> each < grade).count();
            cuts[i] = sorted.length == 0
                    ? grade - 0.5
                    : sorted[(int) Math.min(sorted.length - 1, below * sorted.length / Math.max(1, grades.length))];
        }
        double best = kappa(cuts, numbers, grades, lowest);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < cuts.length; i++) {
                double start = cuts[i];
                double kept = start;
                for (double step : STEPS) {
                    cuts[i] = start + step;
                    double kappa = kappa(cuts, numbers, grades, lowest);
                    if (kappa > best) {
                        best = kappa;
                        kept = cuts[i];
                    }
                }
                cuts[i] = kept;
            }
        }
        Arrays.sort(cuts);
        for (int i = 1; i < cuts.length; i++) {
            cuts[i] = Math.max(cuts[i], cuts[i - 1] + NARROWEST);
        }
        return new Cuts(lowest, cuts);
    }

    private static double kappa(double[] cuts, double[] numbers, double[] grades, int lowest) {
        double[] told = new double[numbers.length];
        for (int i = 0; i < told.length; i++) {
            int beyond = 0;
            for (double cut : cuts) {
                beyond += numbers[i] > cut ? 1 : 0;
            }
            told[i] = lowest + beyond;
        }
        return Metrics.quadraticKappa(told, grades);
    }

    /** The grade, within the scale; rounded, it changes at the cuts. */
    public double grade(double number) {
        int last = cuts.length - 1;
        if (last < 0) {
            return lowest;
        }
        int beyond = 0;
        while (beyond < cuts.length && number > cuts[beyond]) {
            beyond++;
        }
        double grade;
        if (beyond == 0) {
            grade = lowest + 0.5 - (cuts[0] - number) / width(0);
        } else if (beyond == cuts.length) {
            grade = lowest + last + 0.5 + (number - cuts[last]) / width(last - 1);
        } else {
            grade = lowest + beyond - 0.5 + (number - cuts[beyond - 1]) / width(beyond - 1);
        }
        return Math.clamp(grade, lowest, lowest + cuts.length);
    }

    /** The width of the grade between a cut and the next; at least a little, and beyond the ends that of the neighbour. */
    private double width(int cut) {
        int at = Math.clamp(cut, 0, Math.max(0, cuts.length - 2));
        return cuts.length < 2 ? 1 : Math.max(NARROWEST, cuts[at + 1] - cuts[at]);
    }
}
