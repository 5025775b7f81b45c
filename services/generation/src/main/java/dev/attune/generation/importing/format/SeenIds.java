package dev.attune.generation.importing.format;

import java.util.HashSet;
import java.util.Set;

/**
 * Remembers the ids of a stream's conversations by 64 bits each, up to a number; beyond it the database still refuses an
 * id that comes again with other content.
 */
final class SeenIds {

    static final int MOST = 100_000;

    private final Set<Long> seen = new HashSet<>();

    /** Whether it is new, as far as is remembered. */
    boolean add(String id) {
        long hash = hash(id);
        return seen.size() < MOST ? seen.add(hash) : !seen.contains(hash);
    }

    /** FNV-1a over the characters. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
