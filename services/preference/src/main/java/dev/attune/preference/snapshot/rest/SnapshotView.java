package dev.attune.preference.snapshot.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.preference.pair.Coded;
import dev.attune.preference.snapshot.Snapshot;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot on the wire.
 *
 * @param id the snapshot
 * @param dataset the dataset's name
 * @param name its name
 * @param state always {@code frozen}
 * @param pairs how many pairs it took when it was frozen
 * @param quarantined how many it refused, by reason
 * @param origins of its pairs how many of each origin
 * @param erased how many of its pairs went since with erased conversations; exports lack them
 * @param erasedQuarantined how many of those that it refused went likewise
 * @param erasedAt when some went last; absent where none did
 * @param createdAt when it was frozen
 * @param createdBy who froze it
 */
record SnapshotView(
        UUID id,
        String dataset,
        String name,
        String state,
        long pairs,
        Map<String, Long> quarantined,
        Map<String, Long> origins,
        long erased,
        long erasedQuarantined,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant erasedAt,
        Instant createdAt,
        String createdBy) {

    static SnapshotView from(Snapshot snapshot) {
        return new SnapshotView(
                snapshot.id(),
                snapshot.selection().dataset(),
                snapshot.selection().name(),
                "frozen",
                snapshot.contents().pairs(),
                byCode(snapshot.contents().quarantined()),
                byCode(snapshot.contents().origins()),
                snapshot.erasure().pairs(),
                snapshot.erasure().quarantined(),
                snapshot.erasure().at(),
                snapshot.createdAt(),
                snapshot.createdBy());
    }

    private static Map<String, Long> byCode(Map<? extends Coded, Long> counts) {
        Map<String, Long> byCode = new TreeMap<>();
        counts.forEach((value, count) -> byCode.put(value.code(), count));
        return byCode;
    }
}
