package dev.attune.scoring.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses thresholds on held-out scores. */
public final class Thresholds {

    private static final int ROUNDS = 3;

    private Thresholds() {}

    /** The threshold with the best F1 of telling all rows above it, midway between two scores. */
    public static double bestF1(double[] scores, boolean[] positive) {
        int[] order = order(scores);
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

    /**
     * Thresholds for several labels together: each begins where its own F1 is best, and then in turn moves to where the mean F1 and a
     * share of the F1 over all labels are best, the others held.
     *
     * @param scores by label, of each row
     * @param positive by label, of each row
     * @param share how much the F1 over all labels counts beside the mean F1
     */
    public static double[] together(List<double[]> scores, List<boolean[]> positive, double share) {
        int labels = scores.size();
        double[] thresholds = new double[labels];
        List<Ranked> ranked = IntStream.range(0, labels)
                .parallel()
                .mapToObj(label -> Ranked.of(scores.get(label), positive.get(label)))
                .toList();
        int[] told = new int[labels];
        for (int label = 0; label < labels; label++) {
            thresholds[label] = bestF1(scores.get(label), positive.get(label));
            told[label] = ranked.get(label).above(thresholds[label]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int label = 0; label < labels; label++) {
                told[label] = best(ranked, told, label, share);
                thresholds[label] = ranked.get(label).after(told[label]);
            }
        }
        return thresholds;
    }

    /** How many rows to tell a label of, the others held. */
    private static int best(List<Ranked> ranked, int[] told, int label, double share) {
        double hits = 0;
        double all = 0;
        for (int other = 0; other < told.length; other++) {
            hits += other == label ? 0 : ranked.get(other).hits()[told[other]];
            all += ranked.get(other).positives() + (other == label ? 0 : told[other]);
        }
        Ranked its = ranked.get(label);
        int best = 1;
        double most = -1;
        for (int count = 1; count < its.hits().length; count++) {
            double own = 2.0 * its.hits()[count] / Math.max(1, count + its.positives());
            double value = own / told.length + share * 2 * (hits + its.hits()[count]) / Math.max(1, all + count);
            if (value > most) {
                most = value;
                best = count;
            }
        }
        return best;
    }

    /**
     * Rows in the order of their scores, greatest first.
     *
     * @param scores so ordered
     * @param hits how many of the first so many have the label
     * @param positives how many have it
     */
    private record Ranked(double[] scores, int[] hits, int positives) {

        static Ranked of(double[] scores, boolean[] positive) {
            int[] order = order(scores);
            double[] sorted = IntStream.of(order).mapToDouble(i -> scores[i]).toArray();
            int[] hits = new int[order.length + 1];
            for (int i = 0; i < order.length; i++) {
                hits[i + 1] = hits[i] + (positive[order[i]] ? 1 : 0);
            }
            return new Ranked(sorted, hits, hits[order.length]);
        }

        int above(double threshold) {
            int count = 0;
            while (count < scores.length && scores[count] > threshold) {
                count++;
            }
            return count;
        }

        /** The threshold that so many rows are above, midway between two scores. */
        double after(int count) {
            return count < scores.length ? (scores[count - 1] + scores[count]) / 2 : scores[count - 1] - 1;
        }
    }

    private static int[] order(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
    }
}
