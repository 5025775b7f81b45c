package dev.attune.preference.pair.rest;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Pair;
import dev.attune.preference.pair.PairState;
import dev.attune.preference.pair.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pair on the wire; its fields are those of {@link Pair}. */
record PairView(
        UUID id,
        UUID turnId,
        String dataset,
        UUID a,
        UUID b,
        @Nullable UUID chosen,
        @Nullable UUID rejected,
        double probability,
        double low,
        double high,
        double margin,
        Origin origin,
        PairState state,
        @Nullable Reason reason,
        List<UUID> judgments,
        String model,
        long turnRevision,
        long rankingRevision,
        Instant updatedAt) {

    static PairView from(Pair pair) {
        return new PairView(
                pair.id(),
                pair.turnId(),
                pair.dataset(),
                pair.a(),
                pair.b(),
                pair.chosen(),
                pair.rejected(),
                pair.probability(),
                pair.low(),
                pair.high(),
                pair.margin(),
                pair.origin(),
                pair.state(),
                pair.reason(),
                pair.judgments(),
                pair.model(),
                pair.turnRevision(),
                pair.rankingRevision(),
                pair.updatedAt());
    }
}
