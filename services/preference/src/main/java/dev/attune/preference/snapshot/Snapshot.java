package dev.attune.preference.snapshot;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A frozen, named selection of pairs.
 *
 * @param id the snapshot
 * @param selection what was asked for
 * @param contents what came of it
 * @param createdAt when it was frozen
 * @param createdBy who froze it, a token's subject
 */
public record Snapshot(UUID id, Selection selection, Contents contents, Instant createdAt, String createdBy) {

    /**
     * What a snapshot holds.
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
}
