package dev.attune.preference;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Looks into the service's tables. */
public final class Rows {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Rows() {}

    /** The rows of a query, its parameters as {@code $1} and so on. */
    public static List<Row> query(Pool pool, String sql, Object... parameters) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(List.of(parameters)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .await()
                .atMost(PATIENCE);
    }

    /** The first column of the only row, a count. */
    public static long count(Pool pool, String sql, Object... parameters) {
        return query(pool, sql, parameters).getFirst().getLong(0);
    }

    /** The pairs of a turn, by their responses. */
    public static List<Row> pairs(Pool pool, UUID turnId) {
        return query(pool, "select * from pair where turn_id = $1 order by a, b", turnId);
    }
}
