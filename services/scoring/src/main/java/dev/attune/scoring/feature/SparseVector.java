package dev.attune.scoring.feature;

import java.util.Arrays;

/**
 * The features of a text that are not zero.
 *
 * @param ids which, ascending
 * @param values their values, as many
 */
public record SparseVector(int[] ids, float[] values) {

    /** The weighted sum. */
    public double dot(float[] weights) {
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += weights[ids[i]] * values[i];
        }
        return sum;
    }

    /** This minus that; swapping the two turns every sign and nothing else. */
    public SparseVector minus(SparseVector other) {
        int[] all = new int[ids.length + other.ids.length];
        float[] difference = new float[all.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length || j < other.ids.length) {
            int mine = i < ids.length ? ids[i] : Integer.MAX_VALUE;
            int theirs = j < other.ids.length ? other.ids[j] : Integer.MAX_VALUE;
            float value = 0;
            if (mine <= theirs) {
                value += values[i++];
            }
            if (theirs <= mine) {
                value -= other.values[j++];
            }
            if (value != 0) {
                all[size] = Math.min(mine, theirs);
                difference[size++] = value;
            }
        }
        return new SparseVector(Arrays.copyOf(all, size), Arrays.copyOf(difference, size));
    }
}
