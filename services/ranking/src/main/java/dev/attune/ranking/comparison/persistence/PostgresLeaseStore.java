package dev.attune.ranking.comparison.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.ranking.comparison.Assignment;
import dev.attune.ranking.comparison.LeaseStore;
import dev.attune.ranking.comparison.Sides;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Leases in PostgreSQL. */
@ApplicationScoped
class PostgresLeaseStore implements LeaseStore {

    /** Two who clean up at once share the work instead of waiting for one another. */
    private static final String DELETE_EXPIRED = """
            delete from lease where (comparison_id, rater) in (
                select comparison_id, rater from lease
                where dataset = $1 and expires_at <= clock_timestamp() for update skip locked)""";

    private static final String LINE_UP = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String DELETE_OWN_EXPIRED =
            "delete from lease where dataset = $1 and rater = $2 and expires_at <= clock_timestamp()";

    private static final String FIND_LIVE = """
            select l.comparison_id, l.dataset, l.expires_at, t.history::text as history, t.text as client,
                   x.text as left_text, y.text as right_text
            from lease l
            join comparison c on c.id = l.comparison_id
            join turn t on t.id = c.turn_id
            join response x on x.id = l.left_response
            join response y on y.id = l.right_response
            where l.dataset = $1 and l.rater = $2 and l.expires_at > clock_timestamp()""";

    private static final String LOCK_CANDIDATE = """
            select c.id from comparison c
            where c.dataset = $1 and c.active and c.judgments < $3
              and c.judgments + (select count(*) from lease l
                                 where l.comparison_id = c.id and l.expires_at > clock_timestamp()) < $3
              and not exists (select from judgment j where j.comparison_id = c.id and j.rater = $2)
            order by c.judgments, c.imported, c.id
            limit 1 for update of c""";

    static final String LOCK_FREE_CANDIDATE = LOCK_CANDIDATE + " skip locked";

    private static final String INSERT = """
            insert into lease (comparison_id, rater, dataset, left_response, right_response, expires_at)
            select c.id, $2, c.dataset, case when $3 then c.b else c.a end, case when $3 then c.a else c.b end,
                   clock_timestamp() + make_interval(secs => $4)
            from comparison c
            where c.id = $1 and c.active
              and c.judgments + (select count(*) from lease l
                                 where l.comparison_id = c.id and l.expires_at > clock_timestamp()) < $5
              and not exists (select from judgment j where j.comparison_id = c.id and j.rater = $2)""";

    private static final String END = """
            delete from lease where comparison_id = $1 and rater = $2 and expires_at > clock_timestamp()
            returning left_response, right_response""";

    private final Pool pool;

    PostgresLeaseStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> deleteExpired(String dataset) {
        return pool.preparedQuery(DELETE_EXPIRED).execute(Tuple.of(dataset)).replaceWithVoid();
    }

    @Override
    public Uni<Void> begin(SqlConnection connection, Ask ask) {
        return connection
                .preparedQuery(LINE_UP)
                .execute(Tuple.of(ask.dataset() + "\n" + ask.rater()))
                .chain(() -> connection.preparedQuery(DELETE_OWN_EXPIRED).execute(Tuple.of(ask.dataset(), ask.rater())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Assignment>> findLive(SqlConnection connection, Ask ask) {
        return connection
                .preparedQuery(FIND_LIVE)
                .execute(Tuple.of(ask.dataset(), ask.rater()))
                .map(rows -> Rows.first(rows, PostgresLeaseStore::assignment));
    }

    @Override
    public Uni<Optional<UUID>> lockCandidate(SqlConnection connection, Ask ask, boolean patient) {
        return connection
                .preparedQuery(patient ? LOCK_CANDIDATE : LOCK_FREE_CANDIDATE)
                .execute(Tuple.of(ask.dataset(), ask.rater(), ask.overlap()))
                .map(rows -> Rows.first(rows, row -> row.getUUID("id")));
    }

    @Override
    public Uni<Boolean> insert(SqlConnection connection, Ask ask, UUID comparison, boolean swapped, Duration life) {
        double seconds = life.toMillis() / 1000.0;
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(comparison, ask.rater(), swapped, seconds, ask.overlap()))
                .map(inserted -> inserted.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Sides>> end(SqlConnection connection, UUID comparison, String rater) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(comparison, rater))
                .map(rows -> Rows.first(
                        rows, row -> new Sides(row.getUUID("left_response"), row.getUUID("right_response"))));
    }

    private static Assignment assignment(Row row) {
        return new Assignment(
                row.getUUID("comparison_id"),
                row.getString("dataset"),
                Rows.instant(row, "expires_at"),
                history(row.getString("history")),
                row.getString("client"),
                row.getString("left_text"),
                row.getString("right_text"));
    }

    private static List<Message> history(String json) {
        try {
            return List.of(Json.mapper().readValue(json, Message[].class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
