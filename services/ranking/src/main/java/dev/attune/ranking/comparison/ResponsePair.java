package dev.attune.ranking.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Two different responses, in no order of merit: a pair is the same whichever is named first.
 *
 * @param a the one whose id sorts first, as its text and in the database
 * @param b the other
 */
public record ResponsePair(UUID a, UUID b) {

    public ResponsePair {
        if (!isSorted(a, b)) {
            throw new IllegalArgumentException("a pair is named by two different ids, the smaller first");
        }
    }

    /** The pair of these two, which differ. */
    public static ResponsePair of(UUID one, UUID other) {
        return isSorted(one, other) ? new ResponsePair(one, other) : new ResponsePair(other, one);
    }

    /** Every pair that these responses form. */
    public static List<ResponsePair> among(List<UUID> responses) {
        List<ResponsePair> pairs = new ArrayList<>();
        for (int one = 0; one < responses.size(); one++) {
            for (int other = one + 1; other < responses.size(); other++) {
                pairs.add(of(responses.get(one), responses.get(other)));
            }
        }
        return pairs;
    }

    /** By text, since {@code UUID.compareTo} takes the halves as signed numbers and PostgreSQL does not. */
    private static boolean isSorted(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0;
    }
}
