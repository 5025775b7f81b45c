package dev.attune.scoring.feature;

import java.util.Arrays;

/** Working memory for one text after the other, so that scoring makes next to no garbage. For one thread at a time. */
public final class Scratch {

    final GramCounts counts = new GramCounts();
    final double[] squares = new double[Vectoriser.MOST_BLOCKS];
    int[] grams = new int[1024];
    int[] ids = new int[1024];
    float[] values = new float[1024];
    float[] sums = new float[1024];
    double[] traits = new double[64];

    /** Makes room for so many n-grams. */
    void reserve(int size) {
        if (ids.length < size) {
            grams = new int[2 * size];
            ids = new int[2 * size];
            values = new float[2 * size];
        }
    }

    /** So many sums, all of them 0. */
    float[] zeros(int count) {
        if (sums.length < count) {
            sums = new float[2 * count];
        } else {
            Arrays.fill(sums, 0, count, 0);
        }
        return sums;
    }

    /** Room for so many traits. */
    double[] traits(int count) {
        if (traits.length < count) {
            traits = new double[2 * count];
        }
        return traits;
    }
}
