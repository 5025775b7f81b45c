package dev.attune.preference.snapshot.rest;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import dev.attune.preference.snapshot.RefusedPair;
import java.util.UUID;

/** A refused pair on the wire; its fields are those of {@link RefusedPair}. */
record RefusedPairView(
        UUID pairId,
        UUID turnId,
        UUID a,
        UUID b,
        Origin origin,
        Reason reason,
        double probability,
        String model,
        long rankingRevision) {

    static RefusedPairView from(RefusedPair pair) {
        return new RefusedPairView(
                pair.pairId(),
                pair.turnId(),
                pair.a(),
                pair.b(),
                pair.origin(),
                pair.reason(),
                pair.probability(),
                pair.model(),
                pair.rankingRevision());
    }
}
