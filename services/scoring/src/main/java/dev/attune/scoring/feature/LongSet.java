package dev.attune.scoring.feature;

import java.util.Arrays;

/** Numbers other than 0, each once; emptying it keeps its memory. */
final class LongSet {

    private static final int LARGEST_KEPT = 1 << 14;

    private long[] slots = new long[256];
    private int size;

    void clear() {
        if (slots.length > LARGEST_KEPT) {
            slots = new long[256];
        } else {
            Arrays.fill(slots, 0);
        }
        size = 0;
    }

    void add(long number) {
        int slot = slot(number);
        if (slots[slot] == 0) {
            slots[slot] = number;
            size++;
            if (2 * size > slots.length) {
                grow();
            }
        }
    }

    boolean contains(long number) {
        return slots[slot(number)] != 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long number : old) {
            if (number != 0) {
                slots[slot(number)] = number;
            }
        }
    }

    /** Where it is, or would be. */
    private int slot(long number) {
        long hash = number * 0x9E3779B97F4A7C15L;
        int mask = slots.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
