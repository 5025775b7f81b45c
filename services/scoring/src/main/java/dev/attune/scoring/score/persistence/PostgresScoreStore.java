package dev.attune.scoring.score.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.erasure.ConversationEraser;
import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.scoring.score.CurrentScore;
import dev.attune.scoring.score.ScoreStore;
import dev.attune.scoring.score.Scores.Step;
import dev.attune.scoring.score.TurnScore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps scores in the table {@code score}, one row a turn, and those of models that watch in {@code shadow_score}. */
@Singleton
class PostgresScoreStore implements ScoreStore, ConversationEraser {

    /** In the order of ids, so that two batches with the same turns never wait for each other in a circle. */
    private static final String SAVE = """
            insert into score as kept (turn_id, dataset, conversation_id, turn_revision, revision, model_number, activation,
                                       rubric, emotions, state, responses, findings, step)
            select n.turn_id, n.dataset, n.conversation_id, n.turn_revision, 1, n.model_number, n.activation,
                   n.rubric, n.emotions::jsonb, n.state::jsonb, n.responses::jsonb, n.findings::jsonb, n.step::jsonb
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[],
                        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
                 as n (turn_id, dataset, conversation_id, turn_revision, model_number, activation, rubric, emotions,
                       state, responses, findings, step)
            order by n.turn_id
            on conflict (turn_id) do update set
                dataset = excluded.dataset, conversation_id = excluded.conversation_id,
                turn_revision = excluded.turn_revision, revision = kept.revision + 1,
                model_number = excluded.model_number, activation = excluded.activation, rubric = excluded.rubric,
                emotions = excluded.emotions, state = excluded.state, responses = excluded.responses,
                findings = excluded.findings, step = excluded.step, scored_at = now()
            where (excluded.turn_revision, excluded.activation) > (kept.turn_revision, kept.activation)
            returning turn_id, revision""";

    private static final String SAVE_SHADOWS = """
            insert into shadow_score as kept (turn_id, model_number, dataset, conversation_id, turn_revision, emotions, responses)
            select n.turn_id, n.model_number, n.dataset, n.conversation_id, n.turn_revision, n.emotions::jsonb, n.responses::jsonb
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::bigint[], $6::text[], $7::text[])
                 as n (turn_id, model_number, dataset, conversation_id, turn_revision, emotions, responses)
            order by n.turn_id, n.model_number
            on conflict (turn_id, model_number) do update set turn_revision = excluded.turn_revision,
                emotions = excluded.emotions, responses = excluded.responses
            where excluded.turn_revision > kept.turn_revision""";

    private static final String SELECT = """
            select s.turn_id, s.dataset, s.conversation_id, s.turn_revision, s.revision, m.version, s.rubric,
                   s.emotions::text as emotions, s.state::text as state, s.responses::text as responses,
                   s.findings::text as findings, s.scored_at
            from score s join model m on m.number = s.model_number
            """;

    private final Pool pool;

    PostgresScoreStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<UUID, Long>> save(SqlConnection connection, List<TurnScore> scores) {
        Tuple parameters = Columns.of(scores)
                .uuids(score -> score.turn().turnId())
                .texts(score -> score.turn().dataset())
                .uuids(score -> score.turn().conversationId())
                .longs(score -> score.turn().revision())
                .longs(score -> score.model().number())
                .longs(score -> score.model().activation())
                .texts(score -> score.model().rubric())
                .jsons(score -> score.scores().emotions())
                .jsons(score -> score.scores().state())
                .jsons(TurnScore::responses)
                .jsons(TurnScore::findings)
                .texts(PostgresScoreStore::step)
                .tuple();
        return connection.preparedQuery(SAVE).execute(parameters).map(rows -> {
            Map<UUID, Long> revisions = new HashMap<>();
            rows.forEach(row -> revisions.put(row.getUUID("turn_id"), row.getLong("revision")));
            return revisions;
        });
    }

    private static @Nullable String step(TurnScore score) {
        try {
            Step step = score.scores().step();
            return step == null ? null : Json.mapper().writeValueAsString(step);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Void> saveShadows(SqlConnection connection, List<TurnScore> scores) {
        if (scores.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Columns.of(scores)
                .uuids(score -> score.turn().turnId())
                .longs(score -> score.model().number())
                .texts(score -> score.turn().dataset())
                .uuids(score -> score.turn().conversationId())
                .longs(score -> score.turn().revision())
                .jsons(score -> score.scores().emotions())
                .jsons(TurnScore::responses)
                .tuple();
        return connection.preparedQuery(SAVE_SHADOWS).execute(parameters).replaceWithVoid();
    }

    @Override
    public Uni<Optional<CurrentScore>> find(UUID turnId) {
        return pool.preparedQuery(SELECT + "where s.turn_id = $1")
                .execute(Tuple.of(turnId))
                .map(rows -> Rows.first(rows, ScoreRows::score));
    }

    @Override
    public Uni<List<CurrentScore>> list(String @Nullable [] datasets, @Nullable UUID after, int limit) {
        return list(pool, datasets, after, limit);
    }

    @Override
    public Uni<List<CurrentScore>> list(
            SqlClient client, String @Nullable [] datasets, @Nullable UUID after, int limit) {
        return client.preparedQuery(SELECT + """
                        where ($1::text[] is null or s.dataset = any($1)) and ($2::uuid is null or s.turn_id > $2)
                        order by s.turn_id limit $3""")
                .execute(Tuple.tuple().addArrayOfString(datasets).addUUID(after).addInteger(limit))
                .map(rows -> Rows.list(rows, ScoreRows::score));
    }

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        Tuple ids = Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new));
        return connection
                .preparedQuery("delete from score where conversation_id = any($1)")
                .execute(ids)
                .chain(() -> connection
                        .preparedQuery("delete from shadow_score where conversation_id = any($1)")
                        .execute(ids))
                .replaceWithVoid();
    }
}
