package dev.attune.scoring.learn;

import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import java.util.List;
import java.util.function.Function;

/** Scores every example by a model that has not seen it nor any of its group. */
public final class HeldOut {

    private HeldOut() {}

    /**
     * The scores, in the order of the examples.
     *
     * @param learn makes a model of the examples with these indexes
     */
    public static double[] scores(List<SparseVector> examples, Folds folds, Function<int[], LinearModel> learn) {
        double[] scores = new double[examples.size()];
        for (int held = 0; held < folds.count(); held++) {
            LinearModel model = learn.apply(folds.outside(held));
            for (int i : folds.inside(held)) {
                scores[i] = model.score(examples.get(i));
            }
        }
        return scores;
    }
}
