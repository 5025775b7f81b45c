package dev.attune.scoring.evaluate;

import dev.attune.scoring.evaluate.LinearLearner.LinearModel;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Scores every example by a model that has not seen it nor any of its group. */
final class HeldOut {

    private HeldOut() {}

    /**
     * The scores, in the order of the examples.
     *
     * @param learn makes a model of the examples with these indexes
     */
    static double[] scores(List<SparseVector> examples, Folds folds, Learning learn) {
        double[] scores = new double[examples.size()];
        for (int held = 0; held < folds.count(); held++) {
            LinearModel model = learn.of(folds.outside(held));
            for (int i : folds.inside(held)) {
                scores[i] = model.score(examples.get(i));
            }
        }
        return scores;
    }

    /** Learns from some of the examples. */
    interface Learning {
        LinearModel of(int[] rows);
    }

    static <T> List<T> pick(List<T> all, int[] rows) {
        return IntStream.of(rows).mapToObj((IntFunction<T>) all::get).toList();
    }

    static boolean[] pick(boolean[] all, int[] rows) {
        boolean[] picked = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = all[rows[i]];
        }
        return picked;
    }

    static double[] pick(double[] all, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> all[i]).toArray();
    }
}
