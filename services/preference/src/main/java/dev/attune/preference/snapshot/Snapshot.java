package dev.attune.preference.snapshot;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen, named selection of pairs.
 *
 * @param id the snapshot
 * @param selection what was asked for
 * @param contents what came of it
 * @param erasure what of that is gone since
 * @param createdAt when it was frozen
 * @param createdBy who froze it, a token's subject
 */
public record Snapshot(
        UUID id, Selection selection, Contents contents, Erasure erasure, Instant createdAt, String createdBy) {

    /**
     * What a snapshot held when it was frozen.
     *
     * @param pairs how many pairs it took
     * @param origins of them how many of each origin
     * @param quarantined how many it refused, by reason
     */
    public record Contents(long pairs, Map<Origin, Long> origins, Map<Reason, Long> quarantined) {

        public Contents {
            origins = Map.copyOf(origins);
            quarantined = Map.copyOf(quarantined);
        }
    }

    /**
     * What a snapshot lost with erased conversations.
     *
     * @param pairs how many of its pairs
     * @param quarantined how many of those that it refused
     * @param at when it lost some last; null where it lost none
     */
    public record Erasure(
            long pairs, long quarantined, @Nullable Instant at) {}
}
