package dev.attune.ranking.judgment.persistence;

import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Ids;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.ranking.comparison.Comparison;
import dev.attune.ranking.comparison.Sides;
import dev.attune.ranking.judgment.Answer;
import dev.attune.ranking.judgment.Judgment;
import dev.attune.ranking.judgment.JudgmentStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judgments in PostgreSQL. */
@ApplicationScoped
class PostgresJudgmentStore implements JudgmentStore {

    private static final String COLUMNS =
            " id, comparison_id, turn_id, dataset, conversation_id, rater, origin, outcome, left_response,"
                    + " right_response, degree, reasons, comment, seconds, created_at ";

    private static final String INSERT = """
            insert into judgment (id, comparison_id, turn_id, dataset, conversation_id, rater, origin, outcome,
                                  left_response, right_response, degree, reasons, comment, seconds, created_at)
            values ($1, $2, $3, $4, $5, $6, 'human', $7, $8, $9, $10, $11, $12, $13, clock_timestamp())
            returning""" + COLUMNS;

    private static final String INSERT_IMPORTED = """
            insert into judgment (id, comparison_id, turn_id, dataset, conversation_id, origin, outcome,
                                  left_response, right_response)
            select p.id, c.id, c.turn_id, c.dataset, t.conversation_id, 'imported', 'left', p.chosen, p.rejected
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) as p (id, turn_id, chosen, rejected)
            join comparison c
              on c.turn_id = p.turn_id and c.a = least(p.chosen, p.rejected) and c.b = greatest(p.chosen, p.rejected)
            join turn t on t.id = c.turn_id
            order by c.id, p.chosen
            on conflict do nothing
            returning""" + COLUMNS;

    private final Pool pool;

    PostgresJudgmentStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> exists(SqlConnection connection, UUID comparison, String rater) {
        return connection
                .preparedQuery("select exists (select from judgment where comparison_id = $1 and rater = $2) as found")
                .execute(Tuple.of(comparison, rater))
                .map(rows -> rows.iterator().next().getBoolean("found"));
    }

    @Override
    public Uni<Judgment> insert(
            SqlConnection connection, Comparison comparison, String rater, Sides sides, Answer answer) {
        Tuple values = Tuple.tuple()
                .addUUID(Ids.next())
                .addUUID(comparison.id())
                .addUUID(comparison.turnId())
                .addString(comparison.dataset())
                .addUUID(comparison.conversationId())
                .addString(rater)
                .addString(answer.outcome().code())
                .addUUID(sides.left())
                .addUUID(sides.right())
                .addInteger(answer.degree())
                .addArrayOfString(answer.reasons().toArray(String[]::new))
                .addString(answer.comment())
                .addInteger(answer.seconds());
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .map(rows -> judgment(rows.iterator().next()));
    }

    @Override
    public Uni<List<Judgment>> insertImported(SqlConnection connection, List<ImportedPreference> preferences) {
        Tuple columns = Columns.of(preferences)
                .uuids(preference -> Ids.next())
                .uuids(ImportedPreference::turnId)
                .uuids(ImportedPreference::chosen)
                .uuids(ImportedPreference::rejected)
                .tuple();
        return connection
                .preparedQuery(INSERT_IMPORTED)
                .execute(columns)
                .map(rows -> Rows.list(rows, PostgresJudgmentStore::judgment));
    }

    @Override
    public Uni<Optional<Judgment>> find(UUID id) {
        return pool.preparedQuery("select" + COLUMNS + "from judgment where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, PostgresJudgmentStore::judgment));
    }

    @Override
    public Uni<List<Judgment>> list(String dataset, @Nullable UUID after, int limit) {
        return list(pool, dataset, after, limit);
    }

    @Override
    public Uni<List<Judgment>> list(SqlClient client, String dataset, @Nullable UUID after, int limit) {
        return client.preparedQuery("select" + COLUMNS + """
                        from judgment where dataset = $1 and ($2::uuid is null or id > $2) order by id limit $3""")
                .execute(Tuple.of(dataset, after, limit))
                .map(rows -> Rows.list(rows, PostgresJudgmentStore::judgment));
    }

    @Override
    public Uni<List<Judgment>> listOfRater(String dataset, String rater, @Nullable UUID after, int limit) {
        return pool.preparedQuery("select" + COLUMNS + """
                        from judgment where dataset = $1 and ($2::uuid is null or id > $2) and rater = $4
                        order by id limit $3""")
                .execute(Tuple.of(dataset, after, limit, rater))
                .map(rows -> Rows.list(rows, PostgresJudgmentStore::judgment));
    }

    private static Judgment judgment(Row row) {
        return new Judgment(
                row.getUUID("id"),
                row.getUUID("turn_id"),
                row.getString("dataset"),
                row.getUUID("conversation_id"),
                row.getString("rater"),
                JudgmentOrigin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                new Sides(row.getUUID("left_response"), row.getUUID("right_response")),
                new Answer(
                        row.getUUID("comparison_id"),
                        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                        row.getInteger("degree"),
                        Arrays.asList(row.getArrayOfStrings("reasons")),
                        row.getString("comment"),
                        row.getInteger("seconds")),
                Rows.instant(row, "created_at"));
    }
}
