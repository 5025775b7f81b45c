package dev.attune.generation.conversation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Preference;
import dev.attune.generation.conversation.Conversation.Response;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.model.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes the turns of new conversations with their responses and preferences: three statements in all. */
final class TurnStatements {

    private record TurnRow(Conversation conversation, Turn turn) {}

    private record ResponseRow(UUID turnId, int position, Response response) {}

    private record PreferenceRow(UUID turnId, Preference preference) {}

    private TurnStatements() {}

    static Uni<Void> insert(SqlConnection connection, List<Conversation> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<TurnRow> turns = new ArrayList<>();
        List<ResponseRow> responses = new ArrayList<>();
        List<PreferenceRow> preferences = new ArrayList<>();
        for (Conversation conversation : conversations) {
            for (Turn turn : conversation.turns()) {
                turns.add(new TurnRow(conversation, turn));
                for (Response response : turn.responses()) {
                    responses.add(new ResponseRow(turn.id(), turn.responses().indexOf(response), response));
                }
                turn.preferences().forEach(preference -> preferences.add(new PreferenceRow(turn.id(), preference)));
            }
        }
        return insertTurns(connection, turns)
                .chain(() -> insertResponses(connection, responses))
                .chain(() -> insertPreferences(connection, preferences));
    }

    private static Uni<Void> insertTurns(SqlConnection connection, List<TurnRow> rows) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(rows.stream().map(row -> row.turn().id()).toArray(UUID[]::new))
                .addArrayOfUUID(
                        rows.stream().map(row -> row.conversation().id()).toArray(UUID[]::new))
                .addArrayOfString(rows.stream()
                        .map(row -> row.conversation().origin().dataset())
                        .toArray(String[]::new))
                .addArrayOfInteger(rows.stream().map(row -> row.turn().number()).toArray(Integer[]::new))
                .addArrayOfLong(rows.stream().map(row -> row.turn().revision()).toArray(Long[]::new))
                .addArrayOfString(
                        rows.stream().map(row -> row.turn().state().code()).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(row -> row.turn().text()).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(row -> history(row.turn())).toArray(String[]::new));
        return connection.preparedQuery("""
                        insert into turn (id, conversation_id, dataset, number, revision, state, text, history)
                        select t.id, t.conversation_id, t.dataset, t.number, t.revision, t.state, t.text,
                               t.history::jsonb
                        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::bigint[], $6::text[],
                                    $7::text[], $8::text[])
                             as t (id, conversation_id, dataset, number, revision, state, text, history)""").execute(parameters).replaceWithVoid();
    }

    private static Uni<Void> insertResponses(SqlConnection connection, List<ResponseRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(
                rows.stream().map(row -> row.response().id()).toArray(UUID[]::new),
                rows.stream().map(ResponseRow::turnId).toArray(UUID[]::new),
                rows.stream().map(ResponseRow::position).toArray(Integer[]::new),
                rows.stream().map(row -> row.response().text()).toArray(String[]::new),
                rows.stream().map(row -> row.response().generator()).toArray(String[]::new));
        return connection.preparedQuery("""
                        insert into response (id, turn_id, position, text, generator)
                        select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[])""").execute(parameters).replaceWithVoid();
    }

    private static Uni<Void> insertPreferences(SqlConnection connection, List<PreferenceRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(
                rows.stream().map(PreferenceRow::turnId).toArray(UUID[]::new),
                rows.stream().map(row -> row.preference().chosen()).toArray(UUID[]::new),
                rows.stream().map(row -> row.preference().rejected()).toArray(UUID[]::new));
        return connection.preparedQuery("""
                        insert into preference (turn_id, chosen, rejected)
                        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])""").execute(parameters).replaceWithVoid();
    }

    private static String history(Turn turn) {
        try {
            return Json.mapper().writeValueAsString(turn.history());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
