package dev.attune.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures of what was told against what is. */
public final class Metrics {

    private Metrics() {}

    /**
     * How one label fared.
     *
     * @param precision of those told it, how many have it, 0 to 1; 0 where nobody was told it
     * @param recall of those that have it, how many were told it; 0 where nobody has it
     * @param f1 the harmonic mean of both
     * @param support how many have it
     */
    public record LabelQuality(double precision, double recall, double f1, int support) {}

    /**
     * F1 of labels.
     *
     * @param macro the mean over labels
     * @param micro over all decisions together
     * @param accuracy the share of rows whose labels are exactly right
     */
    public record Labelling(double macro, double micro, double accuracy, Map<String, LabelQuality> perLabel) {}

    /** Holds what was told against what is, row by row; both have a column for each label. */
    public static Labelling labelling(boolean[][] told, boolean[][] actual, List<String> labels) {
        Map<String, LabelQuality> perLabel = new LinkedHashMap<>();
        int hits = 0;
        int all = 0;
        double macro = 0;
        for (int label = 0; label < labels.size(); label++) {
            int both = 0;
            int tellings = 0;
            int support = 0;
            for (int row = 0; row < told.length; row++) {
                both += told[row][label] && actual[row][label] ? 1 : 0;
                tellings += told[row][label] ? 1 : 0;
                support += actual[row][label] ? 1 : 0;
            }
            double f1 = ratio(2.0 * both, tellings + support);
            perLabel.put(labels.get(label), new LabelQuality(ratio(both, tellings), ratio(both, support), f1, support));
            macro += f1 / labels.size();
            hits += both;
            all += tellings + support;
        }
        long exact = IntStream.range(0, told.length)
                .filter(row -> Arrays.equals(told[row], actual[row]))
                .count();
        return new Labelling(macro, ratio(2.0 * hits, all), ratio(exact, told.length), perLabel);
    }

    private static double ratio(double part, double of) {
        return of == 0 ? 0 : part / of;
    }

    /** The mean distance. */
    public static double meanAbsoluteError(double[] told, double[] actual) {
        return IntStream.range(0, told.length)
                .mapToDouble(i -> Math.abs(told[i] - actual[i]))
                .average()
                .orElse(0);
    }

    /** Spearman's rank correlation, -1 to 1, ties with their mean rank; 0 where either side is all the same. */
    public static double spearman(double[] one, double[] other) {
        double[] a = ranks(one);
        double[] b = ranks(other);
        double middle = (a.length + 1) / 2.0;
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - middle) * (b[i] - middle);
            squareA += (a[i] - middle) * (a[i] - middle);
            squareB += (b[i] - middle) * (b[i] - middle);
        }
        return squareA == 0 || squareB == 0 ? 0 : product / Math.sqrt(squareA * squareB);
    }

    private static double[] ranks(double[] values) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        order.sort((x, y) -> Double.compare(values[x], values[y]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.size(); ) {
            int to = from;
            while (to < order.size() && values[order.get(to)] == values[order.get(from)]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order.get(i)] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /**
     * Cohen's kappa with quadratic weights (Cohen 1968) of levels.
     *
     * @return at most 1; 0 for no better than chance, and where chance could not differ
     */
    public static double quadraticKappa(double[] told, double[] actual) {
        double observed = 0;
        double meanTold = Arrays.stream(told).average().orElse(0);
        double meanActual = Arrays.stream(actual).average().orElse(0);
        double spread = 0;
        for (int i = 0; i < told.length; i++) {
            observed += (told[i] - actual[i]) * (told[i] - actual[i]);
            spread += (told[i] - meanTold) * (told[i] - meanTold) + (actual[i] - meanActual) * (actual[i] - meanActual);
        }
        // The expected square of the distance of two independent draws is both variances and the squared distance of
        // the means.
        double expected = spread + told.length * (meanTold - meanActual) * (meanTold - meanActual);
        return expected == 0 ? 0 : 1 - observed / expected;
    }
}
