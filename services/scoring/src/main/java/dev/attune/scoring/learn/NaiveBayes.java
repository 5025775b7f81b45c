package dev.attune.scoring.learn;

import dev.attune.scoring.feature.SparseVector;
import java.util.List;

/**
 * Scales features by how much they tell of a class by themselves: the log of the ratio of their shares among positive and negative
 * examples, as naive Bayes has it, before a discriminative model learns (Wang and Manning 2012, "Baselines and Bigrams"). The model stays
 * linear. Scales are mixed with their mean, so that features that tell nothing alone keep a voice.
 */
public final class NaiveBayes {

    private static final double SMOOTHING = 1;

    private NaiveBayes() {}

    /**
     * A scale for each feature, positive.
     *
     * @param rows indexes of the examples to look at
     * @param positive the class of each example
     * @param mix how much of the ratio, 0 for the mean alone to 1 for the ratio alone
     */
    public static float[] scales(
            List<SparseVector> examples, int[] rows, boolean[] positive, int features, double mix) {
        double[] yes = new double[features];
        double[] no = new double[features];
        for (int row : rows) {
            SparseVector example = examples.get(row);
            double[] of = positive[row] ? yes : no;
            for (int i = 0; i < example.ids().length; i++) {
                if (example.values()[i] > 0) {
                    of[example.ids()[i]]++;
                }
            }
        }
        double allYes = 0;
        double allNo = 0;
        for (int feature = 0; feature < features; feature++) {
            allYes += yes[feature] + SMOOTHING;
            allNo += no[feature] + SMOOTHING;
        }
        double[] ratios = new double[features];
        double mean = 0;
        for (int feature = 0; feature < features; feature++) {
            ratios[feature] = Math.abs(
                    Math.log((yes[feature] + SMOOTHING) / allYes) - Math.log((no[feature] + SMOOTHING) / allNo));
            mean += ratios[feature] / features;
        }
        float[] scales = new float[features];
        for (int feature = 0; feature < features; feature++) {
            scales[feature] = (float) ((1 - mix) * mean + mix * ratios[feature]);
        }
        return scales;
    }
}
