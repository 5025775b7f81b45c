package dev.attune.preference.snapshot.persistence;

import dev.attune.preference.pair.Coded;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import dev.attune.preference.snapshot.Selection;
import dev.attune.preference.snapshot.Snapshot;
import dev.attune.preference.snapshot.Snapshot.Contents;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
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
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"));
    }

    private static <E extends Enum<E> & Coded> Map<E, Long> counts(Class<E> type, JsonObject json) {
        Map<E, Long> counts = new EnumMap<>(type);
        json.fieldNames().forEach(code -> counts.put(Coded.of(type, code), json.getLong(code)));
        return counts;
    }
}
