package dev.attune.scoring.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses thresholds on held-out scores. */
public final class Thresholds {

    private Thresholds() {}

    /** The threshold with the best F1 of telling all rows above it, midway between two scores. */
    public static double bestF1(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
        int all = 0;
        for (boolean each : positive) {
            all += each ? 1 : 0;
        }
        double best = -1;
        double threshold = 0;
        int hits = 0;
        for (int told = 1; told <= order.length; told++) {
            hits += positive[order[told - 1]] ? 1 : 0;
            double f1 = 2.0 * hits / (told + all);
            if (f1 > best) {
                best = f1;
                double last = scores[order[told - 1]];
                threshold = told < order.length ? (last + scores[order[told]]) / 2 : last - 1;
            }
        }
        return threshold;
    }

    /**
     * The one threshold for several labels with the best F1 over all of them together.
     *
     * @param scores by label, of each row
     * @param positive by label, of each row
     */
    public static double commonF1(List<double[]> scores, List<boolean[]> positive) {
        double[] all = scores.stream().flatMapToDouble(Arrays::stream).toArray();
        boolean[] is = new boolean[all.length];
        int at = 0;
        for (boolean[] each : positive) {
            System.arraycopy(each, 0, is, at, each.length);
            at += each.length;
        }
        return bestF1(all, is);
    }
}
