package dev.attune.foundation.persistence;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads the rows of an answer. */
public final class Rows {

    private Rows() {}

    /** Every row, in the order of the answer. */
    public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapping) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapping).toList();
    }

    /** The row of an answer that has one at most. */
    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> mapping) {
        return list(rows, mapping).stream().findFirst();
    }

    /** The moment in a column of type {@code timestamptz}. */
    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
