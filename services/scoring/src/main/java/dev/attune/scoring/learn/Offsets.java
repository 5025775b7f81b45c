package dev.attune.scoring.learn;

import java.util.Random;

/**
 * Chooses offsets for scores of which the greatest wins, so that rare classes win as often as they should. A class's F1 jumps with every
 * row, so what is made as great as possible is the mean macro-F1 over offsets that lie around: no lucky offset is chosen.
 */
public final class Offsets {

    private static final double FARTHEST = 1.5;
    private static final int STEPS = 30;
    private static final double SPREAD = 0.08;
    private static final int NEARBY = 24;
    private static final int ROUNDS = 4;

    private final float[][] scores;
    private final int[] actual;
    private final int classes;
    private final double[][] nearby;

    private Offsets(float[][] scores, int[] actual, int classes) {
        this.scores = scores;
        this.actual = actual;
        this.classes = classes;
        this.nearby = nearby(classes);
    }

    /**
     * What was chosen.
     *
     * @param offsets by class, to be added to its score
     * @param macroF1 the mean macro-F1 around them, on the rows that they were chosen on
     */
    public record Choice(double[] offsets, double macroF1) {}

    /**
     * Chooses, class by class along a line, until nothing is better.
     *
     * @param scores by row and class, of models that had not seen the row
     * @param actual by row, the class
     */
    public static Choice choose(float[][] scores, int[] actual, int classes) {
        return new Offsets(scores, actual, classes).choose();
    }

    private Choice choose() {
        double[] offsets = new double[classes];
        double best = around(offsets);
        boolean better = true;
        for (int round = 0; round < ROUNDS && better; round++) {
            better = false;
            // The first class stays where it is: only differences count.
            for (int at = 1; at < classes; at++) {
                double kept = offsets[at];
                for (int step = 0; step <= STEPS; step++) {
                    offsets[at] = FARTHEST * (2.0 * step / STEPS - 1);
                    double f1 = around(offsets);
                    if (f1 > best) {
                        best = f1;
                        kept = offsets[at];
                        better = true;
                    }
                }
                offsets[at] = kept;
            }
        }
        return new Choice(offsets, best);
    }

    private double around(double[] offsets) {
        double sum = 0;
        double[] moved = new double[classes];
        for (double[] by : nearby) {
            for (int i = 0; i < classes; i++) {
                moved[i] = offsets[i] + by[i];
            }
            sum += macroF1(moved);
        }
        return sum / nearby.length;
    }

    private double macroF1(double[] offsets) {
        int[] hits = new int[classes];
        int[] all = new int[classes];
        for (int row = 0; row < scores.length; row++) {
            int told = greatest(scores[row], offsets);
            all[told]++;
            all[actual[row]]++;
            hits[told] += told == actual[row] ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += all[i] == 0 ? 0 : 2.0 * hits[i] / all[i];
        }
        return sum / classes;
    }

    /** The class whose score is greatest when the offsets are added. */
    public static int greatest(float[] scores, double[] offsets) {
        int greatest = 0;
        for (int i = 1; i < scores.length; i++) {
            greatest = scores[i] + offsets[i] > scores[greatest] + offsets[greatest] ? i : greatest;
        }
        return greatest;
    }

    /** Steps around a place, normally distributed, each with its opposite; always the same. */
    private static double[][] nearby(int classes) {
        Random random = new Random(1);
        double[][] nearby = new double[NEARBY][classes];
        for (int i = 0; i < NEARBY; i += 2) {
            for (int at = 0; at < classes; at++) {
                nearby[i][at] = SPREAD * random.nextGaussian();
                nearby[i + 1][at] = -nearby[i][at];
            }
        }
        return nearby;
    }
}
