package dev.attune.scoring.score.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.erasure.ConversationEraser;
import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.TurnChanged;
import dev.attune.scoring.score.TurnTexts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps turns in the table {@code turn}. */
@Singleton
class PostgresTurnTexts implements TurnTexts, ConversationEraser {

    private static final int KEPT_HISTORY = 2;

    private static final String SAVE = """
            insert into turn as kept (turn_id, conversation_id, revision, message)
            select n.turn_id, n.conversation_id, n.revision, n.message
            from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) as n (turn_id, conversation_id, revision, message)
            order by n.turn_id
            on conflict (turn_id) do update set revision = excluded.revision, message = excluded.message
            where excluded.revision > kept.revision""";

    private final Pool pool;

    PostgresTurnTexts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> save(SqlConnection connection, List<TurnChanged> turns) {
        Tuple parameters = Columns.of(turns)
                .uuids(TurnChanged::turnId)
                .uuids(TurnChanged::conversationId)
                .longs(TurnChanged::revision)
                .jsons(PostgresTurnTexts::shortened)
                .tuple();
        return connection.preparedQuery(SAVE).execute(parameters).replaceWithVoid();
    }

    private static TurnChanged shortened(TurnChanged turn) {
        List<Message> history = turn.history();
        int from = Math.max(0, history.size() - KEPT_HISTORY);
        return new TurnChanged(
                turn.dataset(),
                turn.importId(),
                turn.conversationId(),
                turn.turnId(),
                turn.turnNumber(),
                turn.revision(),
                turn.state(),
                history.subList(from, history.size()),
                turn.text(),
                turn.candidates(),
                turn.preferences());
    }

    @Override
    public Uni<List<TurnChanged>> outdated(long activation, int limit) {
        return pool.preparedQuery("""
                        select t.message from score s join turn t on t.turn_id = s.turn_id
                        where s.activation < $1 order by s.turn_id limit $2""")
                .execute(Tuple.of(activation, limit))
                .map(rows -> Rows.list(rows, row -> turn(row.getString("message"))));
    }

    private static TurnChanged turn(String json) {
        try {
            return Json.mapper().readValue(json, TurnChanged.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        return connection
                .preparedQuery("delete from turn where conversation_id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
