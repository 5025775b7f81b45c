package dev.attune.generation.erasure.persistence;

import dev.attune.foundation.erasure.ConversationEraser;
import dev.attune.foundation.persistence.Rows;
import dev.attune.generation.erasure.ErasureStore;
import dev.attune.model.message.MessageType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds and deletes what is erased: a fixed number of statements for any number of conversations. */
@ApplicationScoped
class SqlErasureStore implements ErasureStore, ConversationEraser {

    private static final String OF_TURNS = "where turn_id in (select id from turn where conversation_id = any($1))";

    /** In the order that the references between the tables ask for. */
    private static final List<String> DELETES = List.of(
            "delete from preference " + OF_TURNS,
            "delete from response " + OF_TURNS,
            "delete from turn where conversation_id = any($1)",
            "delete from conversation where id = any($1)");

    /** A dataset may have a great many conversations, so the database itself writes the messages. */
    private static final String ANNOUNCE = """
            insert into outbox (message_id, topic, key, type, payload)
            select uuidv7(), $1, convert_to(e.id::text, 'UTF8'), $2,
                   convert_to(json_build_object('dataset', $3::text, 'conversationId', e.id,
                       'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text, 'UTF8')
            from unnest($4::uuid[]) as e (id) order by e.id""";

    @Override
    public Uni<Optional<String>> findDataset(SqlConnection connection, UUID conversation) {
        return connection
                .preparedQuery("select dataset from conversation where id = $1")
                .execute(Tuple.of(conversation))
                .map(rows -> Rows.first(rows, row -> row.getString("dataset")));
    }

    @Override
    public Uni<Boolean> lockDataset(SqlConnection connection, String dataset) {
        return connection
                .preparedQuery("select 1 from dataset where name = $1 for update")
                .execute(Tuple.of(dataset))
                .map(rows -> rows.size() == 1);
    }

    @Override
    public Uni<Set<UUID>> findConversations(SqlConnection connection, String dataset) {
        return connection
                .preparedQuery("select id from conversation where dataset = $1")
                .execute(Tuple.of(dataset))
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("id"))));
    }

    @Override
    public Uni<Void> deleteDataset(SqlConnection connection, String dataset) {
        Tuple name = Tuple.of(dataset);
        return connection
                .preparedQuery("""
                        delete from import_refusal where import_id in (select id from import where dataset = $1)""")
                .execute(name)
                .chain(() -> connection
                        .preparedQuery("delete from import where dataset = $1")
                        .execute(name))
                .chain(() -> connection
                        .preparedQuery("delete from dataset where name = $1")
                        .execute(name))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> announce(SqlConnection connection, String dataset, Set<UUID> conversations) {
        MessageType type = MessageType.CONVERSATION_ERASED;
        return connection
                .preparedQuery(ANNOUNCE)
                .execute(Tuple.of(type.topic(), type.type(), dataset, conversations.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        Tuple ids = Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new));
        Uni<Void> deleted = Uni.createFrom().voidItem();
        for (String delete : DELETES) {
            deleted = deleted.chain(
                    () -> connection.preparedQuery(delete).execute(ids).replaceWithVoid());
        }
        return deleted;
    }
}
