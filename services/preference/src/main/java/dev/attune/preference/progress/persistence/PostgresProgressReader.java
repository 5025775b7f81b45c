package dev.attune.preference.progress.persistence;

import dev.attune.preference.progress.Progress;
import dev.attune.preference.progress.Progress.Pairs;
import dev.attune.preference.progress.ProgressReader;
import dev.attune.preference.progress.ProgressScope;
import dev.attune.preference.progress.ProgressScope.OfDataset;
import dev.attune.preference.progress.ProgressScope.OfImport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Counts in PostgreSQL, turns and pairs in one statement, so that the numbers are of one moment. */
@ApplicationScoped
class PostgresProgressReader implements ProgressReader {

    /** A row for each kind of pair, or one without pairs; the counts of turns are the same in all. */
    private static final String COUNT = """
            with counted as (
                select count(*) as turns,
                    count(*) filter (where state = 'complete') as complete,
                    count(*) filter (where comparable) as comparable,
                    count(*) filter (where state = 'complete' and scored_turn_revision >= revision) as scored,
                    count(*) filter (where comparable and ranked_turn_revision >= revision
                        and ranked_score_revision >= score_revision) as ranked,
                    count(*) filter (where comparable and ranking_revision > 0
                        and paired_revision = ranking_revision) as paired
                from (select turn.*, state = 'complete' and response_count >= 2 as comparable
                      from turn where %1$s and revision > 0) as t
            ), kinds as (
                select p.origin, p.reason, count(*) as pairs from %2$s group by p.origin, p.reason
            )
            select * from counted left join kinds on true""";

    private static final String OF_IMPORT = COUNT.formatted(
            "import_id = $1 and ($2::text[] is null or dataset = any($2))",
            "pair p join turn t on t.id = p.turn_id"
                    + " where t.import_id = $1 and ($2::text[] is null or t.dataset = any($2))");

    private static final String OF_DATASET = COUNT.formatted("dataset = $1", "pair p where p.dataset = $1");

    private final Pool pool;

    PostgresProgressReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Progress> read(ProgressScope scope) {
        return switch (scope) {
            case OfImport(var id, var access) ->
                count(OF_IMPORT, Tuple.tuple().addUUID(id).addArrayOfString(access.filter()));
            case OfDataset(var name) -> count(OF_DATASET, Tuple.of(name));
        };
    }

    private Uni<Progress> count(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(PostgresProgressReader::progress);
    }

    private static Progress progress(RowSet<Row> rows) {
        Row first = rows.iterator().next();
        return new Progress(
                first.getLong("turns"),
                first.getLong("complete"),
                first.getLong("comparable"),
                first.getLong("scored"),
                first.getLong("ranked"),
                first.getLong("paired"),
                pairs(rows));
    }

    private static Pairs pairs(RowSet<Row> rows) {
        long eligible = 0;
        long quarantined = 0;
        Map<String, Long> reasons = new HashMap<>();
        Map<String, Long> origins = new HashMap<>();
        for (Row row : rows) {
            Long pairs = row.getLong("pairs");
            if (pairs == null) {
                continue;
            }
            origins.merge(row.getString("origin"), pairs, Long::sum);
            String reason = row.getString("reason");
            if (reason == null) {
                eligible += pairs;
            } else {
                quarantined += pairs;
                reasons.merge(reason, pairs, Long::sum);
            }
        }
        return new Pairs(eligible, quarantined, reasons, origins);
    }
}
