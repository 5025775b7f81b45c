package dev.attune.scoring.feature;

import java.util.Arrays;

/** Numbers for n-grams, by hash code and block. */
final class GramIndex {

    private static final int NONE = -1;

    private int[] hashes = new int[1 << 16];
    private byte[] blocks = new byte[1 << 16];
    private int[] values = filled(1 << 16);
    private int size;

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    int size() {
        return size;
    }

    /** The number kept for an n-gram, or -1. */
    int get(int hash, int block) {
        return values[slot(hash, block)];
    }

    /** Adds 1 to what is kept, which begins at 0. */
    void increment(int hash, int block) {
        int slot = slot(hash, block);
        put(slot, hash, block, values[slot] == NONE ? 1 : values[slot] + 1);
    }

    /** Visits everything kept, in an order that depends on nothing but what was put. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot < values.length; slot++) {
            if (values[slot] != NONE) {
                visitor.visit(hashes[slot], blocks[slot], values[slot]);
            }
        }
    }

    void put(int hash, int block, int value) {
        put(slot(hash, block), hash, block, value);
    }

    private void put(int slot, int hash, int block, int value) {
        if (values[slot] == NONE) {
            size++;
        }
        hashes[slot] = hash;
        blocks[slot] = (byte) block;
        values[slot] = value;
        if (2 * size > values.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldHashes = hashes;
        byte[] oldBlocks = blocks;
        int[] oldValues = values;
        hashes = new int[2 * oldHashes.length];
        blocks = new byte[2 * oldBlocks.length];
        values = filled(2 * oldValues.length);
        for (int old = 0; old < oldValues.length; old++) {
            if (oldValues[old] != NONE) {
                int slot = slot(oldHashes[old], oldBlocks[old]);
                hashes[slot] = oldHashes[old];
                blocks[slot] = oldBlocks[old];
                values[slot] = oldValues[old];
            }
        }
    }

    private int slot(int hash, int block) {
        int mask = values.length - 1;
        int slot = (hash ^ block * 0x2545F491) & mask;
        while (values[slot] != NONE && (hashes[slot] != hash || blocks[slot] != block)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Sees an n-gram with its number. */
    interface Visitor {
        void visit(int hash, int block, int value);
    }
}
