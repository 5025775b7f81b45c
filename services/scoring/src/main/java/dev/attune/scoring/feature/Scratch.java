package dev.attune.scoring.feature;

import java.util.Arrays;

/** Working memory for one text after the other, so that scoring makes next to no garbage. For one thread at a time. */
public final class Scratch {

    /** What more texts than these say is learnt anew, so that memory stays within bounds. */
    private static final int MOST_SPELLINGS = 1 << 14;

    final GramCounts counts = new GramCounts();
    final double[] squares = new double[Vectoriser.MOST_BLOCKS];
    int[] grams = new int[1024];
    int[] ids = new int[1024];
    float[] values = new float[1024];
    float[] sums = new float[1024];
    double[] traits = new double[64];
    private int[] hits = new int[64];
    private Spelling spelling = new Spelling();
    private Words text = new Words(spelling);
    private Words context = new Words(spelling);
    private String lastContext = "";

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

    /** Takes a document apart: what it says is in {@link #text}, what it answers in {@link #context}. */
    void read(Document document) {
        if (spelling.size() > MOST_SPELLINGS) {
            spelling = new Spelling();
            text = new Words(spelling);
            context = new Words(spelling);
            lastContext = "";
        }
        text.read(document.text());
        // Several responses answer one message.
        if (!document.context().equals(lastContext)) {
            context.read(document.context());
            lastContext = document.context();
        }
    }

    /** The words that were read last. */
    Words text() {
        return text;
    }

    /** The words that those answer. */
    Words context() {
        return context;
    }

    /** So many counts of hits, all of them 0. */
    int[] hits(int count) {
        if (hits.length < count) {
            hits = new int[2 * count];
        } else {
            Arrays.fill(hits, 0, count, 0);
        }
        return hits;
    }

    /** Room for so many traits. */
    double[] traits(int count) {
        if (traits.length < count) {
            traits = new double[2 * count];
        }
        return traits;
    }
}
