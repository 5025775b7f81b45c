package dev.attune.ranking.turn.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.ranking.turn.TurnStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Copies of turns in PostgreSQL. */
@ApplicationScoped
class PostgresTurnStore implements TurnStore {

    private static final String SAVE = """
            insert into turn (id, dataset, conversation_id, import_id, revision, state, number, history, text)
            select n.id, n.dataset, n.conversation_id, n.import_id, n.revision, n.state, n.number, n.history::jsonb, n.text
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::integer[],
                        $8::text[], $9::text[])
                 as n (id, dataset, conversation_id, import_id, revision, state, number, history, text)
            order by n.id
            on conflict (id) do update
            set dataset = excluded.dataset, conversation_id = excluded.conversation_id,
                import_id = excluded.import_id, revision = excluded.revision, state = excluded.state,
                number = excluded.number, history = excluded.history, text = excluded.text
            where turn.revision < excluded.revision
            returning id""";

    private static final String DELETE_RESPONSES =
            "delete from response where turn_id = any($1) and not (id = any($2))";

    private static final String SAVE_RESPONSES = """
            insert into response (id, turn_id, position, text)
            select n.id, n.turn_id, n.position, n.text
            from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[]) as n (id, turn_id, position, text)
            order by n.id
            on conflict (id) do update
            set turn_id = excluded.turn_id, position = excluded.position, text = excluded.text""";

    @Override
    public Uni<Set<UUID>> save(SqlConnection connection, List<TurnChanged> turns) {
        Tuple columns = Columns.of(turns)
                .uuids(TurnChanged::turnId)
                .texts(TurnChanged::dataset)
                .uuids(TurnChanged::conversationId)
                .uuids(TurnChanged::importId)
                .longs(TurnChanged::revision)
                .texts(turn -> turn.state().code())
                .integers(TurnChanged::turnNumber)
                .texts(turn -> write(turn.history()))
                .texts(TurnChanged::text)
                .tuple();
        return connection
                .preparedQuery(SAVE)
                .execute(columns)
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("id"))));
    }

    @Override
    public Uni<Void> replaceResponses(SqlConnection connection, List<TurnChanged> turns) {
        List<Placed> responses = turns.stream()
                .flatMap(turn -> IntStream.range(0, turn.candidates().size())
                        .mapToObj(position -> new Placed(
                                turn.turnId(), position, turn.candidates().get(position))))
                .toList();
        Tuple kept = Tuple.of(
                turns.stream().map(TurnChanged::turnId).toArray(UUID[]::new),
                responses.stream().map(item -> item.candidate().responseId()).toArray(UUID[]::new));
        Tuple columns = Columns.of(responses)
                .uuids(item -> item.candidate().responseId())
                .uuids(Placed::turn)
                .integers(Placed::position)
                .texts(item -> item.candidate().text())
                .tuple();
        return connection
                .preparedQuery(DELETE_RESPONSES)
                .execute(kept)
                .chain(() -> connection.preparedQuery(SAVE_RESPONSES).execute(columns))
                .replaceWithVoid();
    }

    private static String write(Object history) {
        try {
            return Json.mapper().writeValueAsString(history);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Placed(UUID turn, int position, Candidate candidate) {}
}
