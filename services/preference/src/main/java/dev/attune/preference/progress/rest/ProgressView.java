package dev.attune.preference.progress.rest;

import dev.attune.preference.progress.Progress;
import java.util.Map;
import java.util.TreeMap;

/** Progress on the wire; its fields are those of {@link Progress}. */
record ProgressView(
        long turns,
        long complete,
        long comparable,
        long scored,
        long ranked,
        long paired,
        PairsView pairs,
        boolean settled) {

    /** Counts of pairs; its fields are those of {@link Progress.Pairs}. */
    record PairsView(long eligible, long quarantined, Map<String, Long> reasons, Map<String, Long> origins) {}

    static ProgressView from(Progress progress) {
        Progress.Pairs pairs = progress.pairs();
        return new ProgressView(
                progress.turns(),
                progress.complete(),
                progress.comparable(),
                progress.scored(),
                progress.ranked(),
                progress.paired(),
                new PairsView(
                        pairs.eligible(),
                        pairs.quarantined(),
                        new TreeMap<>(pairs.reasons()),
                        new TreeMap<>(pairs.origins())),
                progress.settled());
    }
}
