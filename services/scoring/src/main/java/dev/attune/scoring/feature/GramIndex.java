package dev.attune.scoring.feature;

/**
 * Numbers for n-grams, by hash code and block. An entry is one long, so that a look-up touches memory once: the hash code above, then 8
 * bits of the block and 24 of the number.
 */
final class GramIndex {

    /** The greatest number that can be kept. */
    static final int MOST = (1 << 24) - 2;

    private static final int NONE = -1;
    private static final int BLOCK_BITS = 24;
    private static final long NUMBER = (1L << BLOCK_BITS) - 1;

    /** An empty slot is 0; what is kept is one more than the number. */
    private long[] slots = new long[1 << 16];

    private int size;

    int size() {
        return size;
    }

    /** The number kept for an n-gram, or -1. */
    int get(int hash, int block) {
        return (int) (slots[slot(key(hash, block))] & NUMBER) - 1;
    }

    /** Adds 1 to what is kept, which begins at 0. */
    void increment(int hash, int block) {
        int kept = get(hash, block);
        put(hash, block, kept == NONE ? 1 : kept + 1);
    }

    /** Visits everything kept, in an order that depends on nothing but what was put. */
    void forEach(Visitor visitor) {
        for (long slot : slots) {
            if (slot != 0) {
                visitor.visit((int) (slot >>> 32), (int) (slot >>> BLOCK_BITS) & 0xff, (int) (slot & NUMBER) - 1);
            }
        }
    }

    /** Keeps a number, from 0 to {@link #MOST}. */
    void put(int hash, int block, int value) {
        if (value > MOST) {
            throw new IllegalArgumentException("too great a number: " + value);
        }
        long key = key(hash, block);
        int slot = slot(key);
        size += slots[slot] == 0 ? 1 : 0;
        slots[slot] = key | value + 1;
        if (2 * size > slots.length) {
            grow();
        }
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long each : old) {
            if (each != 0) {
                slots[slot(each & ~NUMBER)] = each;
            }
        }
    }

    private static long key(int hash, int block) {
        return (long) hash << 32 | (long) block << BLOCK_BITS;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = ((int) (key >>> 32) ^ (int) (key >>> BLOCK_BITS & 0xff) * 0x2545F491) & mask;
        while (slots[slot] != 0 && (slots[slot] & ~NUMBER) != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Sees an n-gram with its number. */
    interface Visitor {
        void visit(int hash, int block, int value);
    }
}
