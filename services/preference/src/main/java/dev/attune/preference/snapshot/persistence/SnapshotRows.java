package dev.attune.preference.snapshot.persistence;

import dev.attune.preference.pair.Coded;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import dev.attune.preference.snapshot.Selection;
import dev.attune.preference.snapshot.Snapshot;
import dev.attune.preference.snapshot.Snapshot.Contents;
import dev.attune.preference.snapshot.Snapshot.Erasure;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of the table {@code snapshot} as snapshots. */
final class SnapshotRows {

    private SnapshotRows() {}

    static Snapshot snapshot(Row row) {
        Selection selection = new Selection(
                row.getString("dataset"),
                row.getString("name"),
                Arrays.stream(row.getArrayOfStrings("asked_origins"))
                        .map(code -> Coded.of(Origin.class, code))
                        .collect(Collectors.toSet()),
                row.getDouble("min_probability"));
        Contents contents = new Contents(
                row.getLong("pairs"),
                counts(Origin.class, row.getJsonObject("origins")),
                counts(Reason.class, row.getJsonObject("quarantined")));
        return new Snapshot(
                row.getUUID("id"),
                selection,
                contents,
                erasure(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"));
    }

    private static Erasure erasure(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("erased_at");
        return new Erasure(
                row.getLong("erased"), row.getLong("erased_quarantined"), at == null ? null : at.toInstant());
    }

    private static <E extends Enum<E> & Coded> Map<E, Long> counts(Class<E> type, JsonObject json) {
        Map<E, Long> counts = new EnumMap<>(type);
        json.fieldNames().forEach(code -> counts.put(Coded.of(type, code), json.getLong(code)));
        return counts;
    }
}
