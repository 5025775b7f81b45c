package dev.attune.ranking.comparison.persistence;

import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Ids;
import dev.attune.ranking.comparison.Comparison;
import dev.attune.ranking.comparison.ComparisonStore;
import dev.attune.ranking.comparison.ComparisonSummary;
import dev.attune.ranking.comparison.ResponsePair;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comparisons in PostgreSQL. */
@ApplicationScoped
class PostgresComparisonStore implements ComparisonStore {

    private static final String ALIGN = """
            with state as (
                select c.id,
                       t.state = 'complete'
                       and exists (select from response p where p.id = c.a and p.turn_id = c.turn_id)
                       and exists (select from response p where p.id = c.b and p.turn_id = c.turn_id) as whole
                from comparison c join turn t on t.id = c.turn_id
                where c.turn_id = any($1))
            update comparison c set active = s.whole from state s where s.id = c.id and c.active <> s.whole""";

    /** Expired leases are left to those who clean up, so that nobody waits for them here. */
    private static final String END_LEASES = """
            delete from lease l using comparison c
            where c.turn_id = any($1) and not c.active and l.comparison_id = c.id
              and l.expires_at > clock_timestamp()""";

    private static final String ADD = """
            insert into comparison (id, turn_id, dataset, a, b)
            select n.id, n.turn_id, n.dataset, n.a, n.b
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) as n (id, turn_id, dataset, a, b)
            order by n.turn_id, n.a, n.b
            on conflict (turn_id, a, b) do nothing""";

    private static final String LOCK = """
            select c.id, c.turn_id, c.dataset, t.conversation_id
            from comparison c join turn t on t.id = c.turn_id
            where c.id = $1 for update of c""";

    private static final String LIST = """
            select c.id, c.turn_id, c.dataset, c.a, c.b, c.active, c.created_at,
                   count(*) filter (where j.origin = 'human' and j.outcome <> 'skip') as human,
                   count(*) filter (where j.origin = 'imported') as imported,
                   count(*) filter (where j.outcome = 'skip') as skipped
            from (select * from comparison
                  where dataset = $1 and ($2::uuid is null or id > $2) order by id limit $3) c
            left join judgment j on j.comparison_id = c.id
            group by c.id, c.turn_id, c.dataset, c.a, c.b, c.active, c.created_at
            order by c.id""";

    private final Pool pool;

    PostgresComparisonStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> align(SqlConnection connection, Collection<UUID> turns) {
        Tuple ids = Tuple.of(turns.toArray(UUID[]::new));
        return connection
                .preparedQuery(ALIGN)
                .execute(ids)
                .chain(() -> connection.preparedQuery(END_LEASES).execute(ids))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(SqlConnection connection, List<NewComparison> comparisons) {
        if (comparisons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Columns.of(comparisons)
                .uuids(item -> Ids.next())
                .uuids(NewComparison::turnId)
                .texts(NewComparison::dataset)
                .uuids(item -> item.pair().a())
                .uuids(item -> item.pair().b())
                .tuple();
        return connection.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Comparison>> lock(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(
                        rows,
                        row -> new Comparison(
                                row.getUUID("id"),
                                row.getUUID("turn_id"),
                                row.getString("dataset"),
                                row.getUUID("conversation_id"))));
    }

    @Override
    public Uni<Void> countJudgment(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("update comparison set judgments = judgments + 1 where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> markImported(SqlConnection connection, Collection<UUID> turns) {
        return connection
                .preparedQuery("update comparison set imported = true where turn_id = any($1) and not imported")
                .execute(Tuple.of(turns.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<ComparisonSummary>> list(String dataset, @Nullable UUID after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(dataset, after, limit))
                .map(rows -> Rows.list(rows, PostgresComparisonStore::summary));
    }

    private static ComparisonSummary summary(Row row) {
        return new ComparisonSummary(
                row.getUUID("id"),
                row.getUUID("turn_id"),
                row.getString("dataset"),
                new ResponsePair(row.getUUID("a"), row.getUUID("b")),
                row.getBoolean("active"),
                row.getInteger("human"),
                row.getInteger("imported"),
                row.getInteger("skipped"),
                Rows.instant(row, "created_at"));
    }
}
