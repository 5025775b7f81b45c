package dev.attune.scoring.feature;

import java.util.Arrays;
import java.util.List;

/**
 * Turns texts into vectors: damped counts of n-grams, weighted by how rare they are (tf-idf) and scaled to a fixed length in each
 * block, and traits. N-grams of one training text alone are left out. An instance is not thread-safe.
 */
public final class Vectoriser {

    private static final int TEXT = 0;
    private static final int CONTEXT = 1;
    private static final int FEWEST_TEXTS = 2;
    private static final double[] BLOCK_LENGTHS = {1, 0.7, 0.5, 0.3};
    private static final double TRAIT_SCALE = 0.3;

    private final GramCounts counts = new GramCounts();
    private final GramIndex index;
    private final float[] rarity;
    private final boolean context;
    private final double[] traits = new double[Traits.COUNT];
    private final double[] squares = new double[BLOCK_LENGTHS.length];
    private long[] found = new long[1024];

    private Vectoriser(GramIndex index, float[] rarity, boolean context) {
        this.index = index;
        this.rarity = rarity;
        this.context = context;
    }

    /** Learns which n-grams there are, and how rare, from the texts of training rows with their contexts. */
    public static Vectoriser learn(List<? extends Document> rows) {
        boolean context = rows.stream().anyMatch(row -> !row.context().isEmpty());
        GramCounts counts = new GramCounts();
        GramIndex frequencies = new GramIndex();
        for (int i = 0; i < rows.size(); i++) {
            counts.clear();
            counts.add(rows.get(i).text(), TEXT);
            if (context) {
                counts.add(rows.get(i).context(), CONTEXT);
            }
            for (int gram = 0; gram < counts.size(); gram++) {
                frequencies.increment(counts.hash(gram), counts.block(gram));
            }
        }
        GramIndex ids = new GramIndex();
        float[] rarity = new float[frequencies.size()];
        frequencies.forEach((hash, block, frequency) -> {
            if (frequency >= FEWEST_TEXTS) {
                rarity[ids.size()] = (float) (Math.log((1.0 + rows.size()) / (1 + frequency)) + 1);
                ids.put(hash, block, ids.size());
            }
        });
        return new Vectoriser(ids, Arrays.copyOf(rarity, ids.size()), context);
    }

    /** How many features there are; every id is below. */
    public int features() {
        return rarity.length + Traits.COUNT;
    }

    /** The vectors of rows, in their order. */
    public List<SparseVector> of(List<? extends Document> rows) {
        return rows.stream().map(this::of).toList();
    }

    /** The vector of a row's text with its context. */
    public SparseVector of(Document row) {
        counts.clear();
        counts.add(row.text(), TEXT);
        if (context) {
            counts.add(row.context(), CONTEXT);
        }
        int size = 0;
        Arrays.fill(squares, 0);
        if (found.length < counts.size()) {
            found = new long[2 * counts.size()];
        }
        for (int gram = 0; gram < counts.size(); gram++) {
            int id = index.get(counts.hash(gram), counts.block(gram));
            if (id >= 0) {
                float value = damped(counts.count(gram)) * rarity[id];
                squares[counts.block(gram)] += value * value;
                found[size++] = (long) id << 32 | gram;
            }
        }
        Arrays.sort(found, 0, size);
        int[] ids = new int[size + Traits.COUNT];
        float[] values = new float[ids.length];
        for (int i = 0; i < size; i++) {
            int id = (int) (found[i] >>> 32);
            int gram = (int) found[i];
            ids[i] = id;
            int block = counts.block(gram);
            values[i] = (float)
                    (damped(counts.count(gram)) * rarity[id] * BLOCK_LENGTHS[block] / Math.sqrt(squares[block]));
        }
        Traits.write(row.text(), traits);
        for (int i = 0; i < Traits.COUNT; i++) {
            ids[size + i] = rarity.length + i;
            values[size + i] = (float) (traits[i] * TRAIT_SCALE);
        }
        return new SparseVector(ids, values);
    }

    private static float damped(int count) {
        return count == 1 ? 1 : (float) (1 + Math.log(count));
    }
}
