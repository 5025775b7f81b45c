package dev.attune.preference.progress;

import java.util.Map;

/**
 * How far the turns of an import or a dataset have come.
 *
 * @param turns seen
 * @param complete of them those that wait for no more responses
 * @param comparable of those the ones with two responses or more
 * @param scored complete turns whose score covers their present revision
 * @param ranked comparable turns whose ranking covers their present revision and their present score
 * @param paired comparable turns whose pairs are made of their latest ranking
 * @param pairs the pairs of these turns
 */
public record Progress(long turns, long complete, long comparable, long scored, long ranked, long paired, Pairs pairs) {

    /**
     * Counts of pairs.
     *
     * @param eligible those that may be learnt from
     * @param quarantined those that may not
     * @param reasons the quarantined by reason
     * @param origins all by origin
     */
    public record Pairs(long eligible, long quarantined, Map<String, Long> reasons, Map<String, Long> origins) {

        public Pairs {
            reasons = Map.copyOf(reasons);
            origins = Map.copyOf(origins);
        }
    }

    /** Whether nothing is under way any more: every complete turn is scored, every comparable one ranked and paired. */
    public boolean settled() {
        return turns > 0 && scored == complete && ranked == comparable && paired == comparable;
    }
}
