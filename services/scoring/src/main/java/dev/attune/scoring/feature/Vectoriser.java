package dev.attune.scoring.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns documents into vectors: damped counts of n-grams, weighted by how rare they are (tf-idf) and scaled to a fixed length in each
 * block, so that a longer text is not louder; and traits. Immutable and thread-safe.
 */
public final class Vectoriser {

    static final int MOST_BLOCKS = 6;

    private static final int TEXT = 0;
    private static final int CONTEXT = 1;
    private static final double[] BLOCK_LENGTHS = {1, 0.7, 1, 0.5, 0.3, 0.2};
    /** Keeps a trait that hardly varies from being loud. */
    private static final double LEAST_DEVIATION = 0.05;

    private final GramIndex index;
    private final float[] rarity;
    private final boolean context;
    private final boolean characters;
    private final boolean sentences;
    private final Describer describer;
    private final float[] means;
    private final float[] scales;

    private Vectoriser(
            GramIndex index,
            float[] rarity,
            boolean context,
            boolean characters,
            boolean sentences,
            Describer describer,
            float[] means,
            float[] scales) {
        this.index = index;
        this.rarity = rarity;
        this.context = context;
        this.characters = characters;
        this.sentences = sentences;
        this.describer = describer;
        this.means = means;
        this.scales = scales;
    }

    /**
     * How documents become vectors.
     *
     * @param fewestWords in how many groups of documents words and pairs of words must occur to count
     * @param fewestCharacters in how many groups runs of characters must occur; 0 to leave them out
     * @param sentences whether it counts how sentences begin and end
     * @param context whether the n-grams of what a document answers count too
     * @param traits how loud traits are
     * @param standardised whether traits are distances from their mean, in deviations
     */
    public record Shape(
            int fewestWords,
            int fewestCharacters,
            boolean sentences,
            boolean context,
            double traits,
            boolean standardised) {}

    /**
     * Learns which n-grams there are, and how rare, and how traits are spread.
     *
     * @param groups the group of each document; those of one group stand together
     */
    public static Vectoriser learn(
            List<? extends Document> documents, List<String> groups, Shape shape, Describer describer) {
        GramCounts counts = new GramCounts();
        GramIndex frequencies = new GramIndex();
        GramIndex lastGroups = new GramIndex();
        int group = -1;
        for (int i = 0; i < documents.size(); i++) {
            group += i == 0 || !groups.get(i).equals(groups.get(i - 1)) ? 1 : 0;
            count(counts, documents.get(i), shape.context(), shape.fewestCharacters() > 0, shape.sentences());
            for (int gram = 0; gram < counts.size(); gram++) {
                if (lastGroups.get(counts.hash(gram), counts.block(gram)) != group) {
                    lastGroups.put(counts.hash(gram), counts.block(gram), group);
                    frequencies.increment(counts.hash(gram), counts.block(gram));
                }
            }
        }
        GramIndex ids = new GramIndex();
        float[] rarity = new float[frequencies.size()];
        double all = group + 2;
        frequencies.forEach((hash, block, frequency) -> {
            boolean words = block % GramCounts.BLOCKS != GramCounts.CHARACTERS;
            if (frequency >= (words ? shape.fewestWords() : shape.fewestCharacters())) {
                rarity[ids.size()] = (float) (Math.log(all / (1 + frequency)) + 1);
                ids.put(hash, block, ids.size());
            }
        });
        int traits = describer.names().size();
        float[] means = new float[traits];
        float[] scales = new float[traits];
        Arrays.fill(scales, (float) shape.traits());
        if (shape.standardised()) {
            standardise(documents, describer, shape.traits(), means, scales);
        }
        return new Vectoriser(
                ids,
                Arrays.copyOf(rarity, ids.size()),
                shape.context(),
                shape.fewestCharacters() > 0,
                shape.sentences(),
                describer,
                means,
                scales);
    }

    private static void standardise(
            List<? extends Document> documents, Describer describer, double loudness, float[] means, float[] scales) {
        double[] sums = new double[means.length];
        double[] squares = new double[means.length];
        double[] traits = new double[means.length];
        Scratch scratch = new Scratch();
        for (Document document : documents) {
            describer.describe(document, scratch, traits);
            for (int i = 0; i < traits.length; i++) {
                sums[i] += traits[i];
                squares[i] += traits[i] * traits[i];
            }
        }
        int size = Math.max(1, documents.size());
        for (int i = 0; i < traits.length; i++) {
            double mean = sums[i] / size;
            double deviation = Math.sqrt(Math.max(0, squares[i] / size - mean * mean));
            means[i] = (float) mean;
            scales[i] = (float) (loudness / (deviation + LEAST_DEVIATION));
        }
    }

    /** How many features there are; every id is below. Traits come last. */
    public int features() {
        return rarity.length + scales.length;
    }

    /** The vectors of documents, in their order. */
    public List<SparseVector> of(List<? extends Document> documents) {
        Scratch scratch = new Scratch();
        return documents.stream().map(document -> of(document, scratch)).toList();
    }

    /** The vector of a document. */
    public SparseVector of(Document document, Scratch scratch) {
        int size = find(document, scratch);
        int[] found = scratch.ids;
        GramCounts counts = scratch.counts;
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> Integer.compare(found[one], found[other]))
                .mapToInt(i -> i)
                .toArray();
        int[] ids = new int[size + scales.length];
        float[] values = new float[ids.length];
        for (int i = 0; i < size; i++) {
            int gram = order[i];
            ids[i] = found[gram];
            values[i] = scratch.values[gram] * length(scratch, blockOf(counts, scratch, gram));
        }
        double[] traits = traits(document, scratch);
        for (int i = 0; i < scales.length; i++) {
            ids[size + i] = rarity.length + i;
            values[size + i] = trait(traits, i);
        }
        return new SparseVector(ids, values);
    }

    /**
     * Adds what many linear models say of a document, in one pass.
     *
     * @param weights feature by feature, in each so many as there are outputs
     * @param into what there is to add to, one for each output
     */
    public void score(Document document, Scratch scratch, float[] weights, float[] into) {
        int outputs = into.length;
        int size = find(document, scratch);
        float[] sums = scratch.zeros(MOST_BLOCKS * outputs);
        GramCounts counts = scratch.counts;
        for (int i = 0; i < size; i++) {
            int at = scratch.ids[i] * outputs;
            int to = blockOf(counts, scratch, i) * outputs;
            float value = scratch.values[i];
            for (int output = 0; output < outputs; output++) {
                sums[to + output] += weights[at + output] * value;
            }
        }
        int blocks = context ? MOST_BLOCKS : GramCounts.BLOCKS;
        for (int block = 0; block < blocks; block++) {
            float length = length(scratch, block);
            for (int output = 0; output < outputs; output++) {
                into[output] += sums[block * outputs + output] * length;
            }
        }
        double[] traits = traits(document, scratch);
        for (int i = 0; i < scales.length; i++) {
            float value = trait(traits, i);
            int at = (rarity.length + i) * outputs;
            for (int output = 0; output < outputs; output++) {
                into[output] += weights[at + output] * value;
            }
        }
    }

    /**
     * Visits the features of a document with the words that each stands for, or the trait's name.
     *
     * @param visitor sees the id, the value, and the words; those of a context are left out
     */
    public void explain(Document document, Scratch scratch, Visitor visitor) {
        int size = find(document, scratch);
        GramCounts counts = scratch.counts;
        String text = document.text();
        for (int i = 0; i < size; i++) {
            int gram = scratch.grams[i];
            int block = counts.block(gram);
            if (block < GramCounts.BLOCKS && counts.start(gram) < counts.end(gram)) {
                visitor.visit(
                        scratch.ids[i],
                        scratch.values[i] * length(scratch, block),
                        text.substring(counts.start(gram), counts.end(gram)));
            }
        }
        double[] traits = traits(document, scratch);
        for (int i = 0; i < scales.length; i++) {
            visitor.visit(rarity.length + i, trait(traits, i), describer.names().get(i));
        }
    }

    /** Sees a feature of a document. */
    public interface Visitor {
        void visit(int id, float value, String words);
    }

    private static int blockOf(GramCounts counts, Scratch scratch, int found) {
        return counts.block(scratch.grams[found]);
    }

    /** Finds the n-grams that count: ids, values before scaling, and the squared length of each block. */
    private int find(Document document, Scratch scratch) {
        GramCounts counts = scratch.counts;
        count(counts, document, context, characters, sentences);
        scratch.reserve(counts.size());
        double[] squares = scratch.squares;
        Arrays.fill(squares, 0);
        int size = 0;
        for (int gram = 0; gram < counts.size(); gram++) {
            int id = index.get(counts.hash(gram), counts.block(gram));
            if (id >= 0) {
                float value = damped(counts.count(gram)) * rarity[id];
                squares[counts.block(gram)] += value * value;
                scratch.ids[size] = id;
                scratch.grams[size] = gram;
                scratch.values[size++] = value;
            }
        }
        return size;
    }

    private static void count(
            GramCounts counts, Document document, boolean context, boolean characters, boolean sentences) {
        counts.clear();
        counts.add(document.text(), TEXT, characters, sentences);
        if (context) {
            counts.add(document.context(), CONTEXT, characters, sentences);
        }
    }

    private static float length(Scratch scratch, int block) {
        double square = scratch.squares[block];
        return square == 0 ? 0 : (float) (BLOCK_LENGTHS[block] / Math.sqrt(square));
    }

    private double[] traits(Document document, Scratch scratch) {
        double[] traits = scratch.traits(scales.length);
        describer.describe(document, scratch, traits);
        return traits;
    }

    private float trait(double[] traits, int i) {
        return (float) ((traits[i] - means[i]) * scales[i]);
    }

    private static float damped(int count) {
        return count == 1 ? 1 : (float) (1 + Math.log(count));
    }

    /** Writes all that was learnt, but not the describer. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(context);
        out.writeBoolean(characters);
        out.writeBoolean(sentences);
        out.writeInt(rarity.length);
        int[] hashes = new int[rarity.length];
        byte[] blocks = new byte[rarity.length];
        index.forEach((hash, block, id) -> {
            hashes[id] = hash;
            blocks[id] = (byte) block;
        });
        for (int id = 0; id < rarity.length; id++) {
            out.writeInt(hashes[id]);
            out.writeByte(blocks[id]);
            out.writeFloat(rarity[id]);
        }
        out.writeInt(scales.length);
        for (int i = 0; i < scales.length; i++) {
            out.writeFloat(means[i]);
            out.writeFloat(scales[i]);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where it is of another describer
     */
    public static Vectoriser read(DataInput in, Describer describer) throws IOException {
        boolean context = in.readBoolean();
        boolean characters = in.readBoolean();
        boolean sentences = in.readBoolean();
        GramIndex index = new GramIndex();
        float[] rarity = new float[in.readInt()];
        for (int id = 0; id < rarity.length; id++) {
            int hash = in.readInt();
            index.put(hash, in.readByte(), id);
            rarity[id] = in.readFloat();
        }
        int traits = in.readInt();
        if (traits != describer.names().size()) {
            throw new IOException("the model knows other traits: " + traits);
        }
        float[] means = new float[traits];
        float[] scales = new float[traits];
        for (int i = 0; i < traits; i++) {
            means[i] = in.readFloat();
            scales[i] = in.readFloat();
        }
        return new Vectoriser(index, rarity, context, characters, sentences, describer, means, scales);
    }
}
