package dev.attune.generation.conversation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.foundation.persistence.Rows;
import dev.attune.generation.conversation.Conversation.Preference;
import dev.attune.generation.conversation.Conversation.Response;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.conversation.ConversationQueries.LocatedTurn;
import dev.attune.generation.conversation.ConversationQueries.Place;
import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.TurnState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads turns with their responses and preferences: three statements, however many turns there are. */
final class TurnQueries {

    private static final TypeReference<List<Message>> HISTORY = new TypeReference<>() {};

    private static final String SELECT = """
            select t.id, t.conversation_id, t.dataset, t.number, t.revision, t.state, t.text, t.history::text as history,
                   c.import_id
            from turn t join conversation c on c.id = t.conversation_id where""";

    /** The conversation's own id bounds its index too, so that the next page does not begin at the dataset's first. */
    private static final String OF_DATASET = SELECT + """
             c.dataset = $1 and ($2::uuid is null or c.id >= $2 and (t.conversation_id, t.number) > ($2, $3))
            order by t.conversation_id, t.number limit $4""";

    private record Parts(Map<UUID, List<Response>> responses, Map<UUID, List<Preference>> preferences) {}

    private TurnQueries() {}

    /** The turns of a conversation, in their order. */
    static Uni<List<Turn>> ofConversation(SqlClient client, UUID conversationId) {
        return client.preparedQuery(SELECT + " t.conversation_id = $1 order by t.number")
                .execute(Tuple.of(conversationId))
                .chain(rows -> parts(client, rows).map(parts -> turns(rows, parts)));
    }

    /** One turn, with its place. */
    static Uni<Optional<LocatedTurn>> one(SqlClient client, UUID id) {
        return client.preparedQuery(SELECT + " t.id = $1")
                .execute(Tuple.of(id))
                .chain(rows -> parts(client, rows).map(parts -> Rows.first(rows, row -> located(row, parts))));
    }

    /** Turns of a dataset, after a place. */
    static Uni<List<LocatedTurn>> ofDataset(SqlClient client, String dataset, @Nullable Place after, int limit) {
        Tuple parameters = Tuple.tuple()
                .addString(dataset)
                .addUUID(after == null ? null : after.conversationId())
                .addInteger(after == null ? null : after.number())
                .addInteger(limit);
        return client.preparedQuery(OF_DATASET)
                .execute(parameters)
                .chain(rows -> parts(client, rows).map(parts -> Rows.list(rows, row -> located(row, parts))));
    }

    private static LocatedTurn located(Row row, Parts parts) {
        return new LocatedTurn(
                row.getString("dataset"), row.getUUID("import_id"), row.getUUID("conversation_id"), turn(row, parts));
    }

    private static Uni<Parts> parts(SqlClient client, RowSet<Row> turns) {
        UUID[] ids = StreamSupport.stream(turns.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toArray(UUID[]::new);
        return responses(client, ids)
                .chain(responses -> preferences(client, ids).map(preferences -> new Parts(responses, preferences)));
    }

    private static Uni<Map<UUID, List<Response>>> responses(SqlClient client, UUID[] turnIds) {
        return client.preparedQuery("""
                        select id, turn_id, text, generator from response
                        where turn_id = any($1) order by turn_id, position""").execute(Tuple.of(turnIds)).map(rows -> {
            Map<UUID, List<Response>> byTurn = new HashMap<>();
            rows.forEach(row -> byTurn.computeIfAbsent(row.getUUID("turn_id"), id -> new ArrayList<>())
                    .add(new Response(row.getUUID("id"), row.getString("text"), row.getString("generator"))));
            return byTurn;
        });
    }

    private static Uni<Map<UUID, List<Preference>>> preferences(SqlClient client, UUID[] turnIds) {
        return client.preparedQuery("""
                        select turn_id, chosen, rejected from preference
                        where turn_id = any($1) order by turn_id, chosen, rejected""").execute(Tuple.of(turnIds)).map(rows -> {
            Map<UUID, List<Preference>> byTurn = new HashMap<>();
            rows.forEach(row -> byTurn.computeIfAbsent(row.getUUID("turn_id"), id -> new ArrayList<>())
                    .add(new Preference(row.getUUID("chosen"), row.getUUID("rejected"))));
            return byTurn;
        });
    }

    private static List<Turn> turns(RowSet<Row> rows, Parts parts) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> turn(row, parts))
                .toList();
    }

    private static Turn turn(Row row, Parts parts) {
        UUID id = row.getUUID("id");
        return new Turn(
                id,
                row.getInteger("number"),
                row.getLong("revision"),
                state(row.getString("state")),
                history(row.getString("history")),
                row.getString("text"),
                parts.responses().getOrDefault(id, List.of()),
                parts.preferences().getOrDefault(id, List.of()));
    }

    private static TurnState state(String code) {
        return Arrays.stream(TurnState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Message> history(String json) {
        try {
            return Json.mapper().readValue(json, HISTORY);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
