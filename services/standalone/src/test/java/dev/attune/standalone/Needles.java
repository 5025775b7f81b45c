package dev.attune.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds thousands of texts in any number of bytes, in one pass. A number must stand alone, since among the digits of scores
 * and identifiers every number turns up by chance.
 */
final class Needles {

    private static final int KEY = 6;
    private static final long MASK = (1L << (8 * KEY)) - 1;
    private static final int BITS = 20;

    private final Map<Long, List<byte[]>> byKey = new HashMap<>();
    private final BitSet likely = new BitSet(1 << BITS);

    /**
     * Needles.
     *
     * @param texts each of six bytes at least
     */
    Needles(Collection<String> texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < KEY) {
                throw new IllegalArgumentException("too short to be looked for: " + text);
            }
            long key = 0;
            for (int i = 0; i < KEY; i++) {
                key = key << 8 | (bytes[i] & 0xFF);
            }
            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(bytes);
            likely.set(slot(key));
        }
    }

    /** Those that the bytes hold. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        long key = 0;
        for (int i = 0; i < bytes.length; i++) {
            key = (key << 8 | (bytes[i] & 0xFF)) & MASK;
            if (i >= KEY - 1 && likely.get(slot(key))) {
                int start = i - KEY + 1;
                for (byte[] needle : byKey.getOrDefault(key, List.of())) {
                    if (isAt(bytes, start, needle)) {
                        found.add(new String(needle, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isAt(byte[] bytes, int start, byte[] needle) {
        int end = start + needle.length;
        if (end > bytes.length || !Arrays.equals(bytes, start, end, needle, 0, needle.length)) {
            return false;
        }
        boolean number = true;
        for (byte b : needle) {
            number &= b >= '0' && b <= '9';
        }
        boolean within =
                (start > 0 && joins(bytes[start - 1], true)) || (end < bytes.length && joins(bytes[end], false));
        return !number || !within;
    }

    private static boolean joins(byte b, boolean before) {
        return Character.isLetterOrDigit(b) || b == '-' || (before && b == '.');
    }

    private static int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    }
}
