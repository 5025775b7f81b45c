package dev.attune.generation.conversation.persistence;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.ConversationStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes conversations: one statement for the conversations of a batch, one for their turns, one for the responses. */
@ApplicationScoped
class SqlConversationStore implements ConversationStore {

    private final Erasures erasures;

    SqlConversationStore(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public Uni<Boolean> hold(SqlConnection connection, String dataset) {
        return erasures.hold(connection)
                .chain(() -> connection
                        .preparedQuery("select 1 from dataset where name = $1")
                        .execute(Tuple.of(dataset)))
                .map(rows -> rows.size() == 1);
    }

    @Override
    public Uni<Map<UUID, Known>> insert(SqlConnection connection, List<Conversation> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return insertHeads(connection, conversations).chain(inserted -> {
            List<Conversation> added = conversations.stream()
                    .filter(conversation -> inserted.contains(conversation.id()))
                    .toList();
            List<Conversation> others = conversations.stream()
                    .filter(conversation -> !inserted.contains(conversation.id()))
                    .toList();
            return TurnStatements.insert(connection, added).chain(() -> findKnown(connection, others));
        });
    }

    /** In the order of the keys, so that two imports of the same data cannot wait for one another in a circle. */
    private static Uni<Set<UUID>> insertHeads(SqlConnection connection, List<Conversation> conversations) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(array(conversations, Conversation::id, UUID[]::new))
                .addArrayOfString(array(conversations, c -> c.origin().dataset(), String[]::new))
                .addArrayOfString(array(conversations, c -> c.origin().source(), String[]::new))
                .addArrayOfString(array(conversations, Conversation::key, String[]::new))
                .addArrayOfString(array(conversations, Conversation::externalId, String[]::new))
                .addArrayOfString(array(conversations, Conversation::contentHash, String[]::new))
                .addArrayOfUUID(array(conversations, c -> c.origin().importId(), UUID[]::new))
                .addArrayOfLong(array(conversations, c -> c.origin().line(), Long[]::new))
                .addArrayOfString(array(conversations, Conversation::system, String[]::new))
                .addArrayOfOffsetDateTime(
                        array(conversations, c -> c.createdAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(array(conversations, c -> Outlines.text(c.outline()), String[]::new));
        return connection.preparedQuery("""
                        insert into conversation (id, dataset, source, key, external_id, content_hash, import_id, line,
                                                  system, created_at, outline)
                        select c.id, c.dataset, c.source, c.key, c.external_id, c.content_hash, c.import_id, c.line,
                               c.system, c.created_at, c.outline::jsonb
                        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
                                    $8::bigint[], $9::text[], $10::timestamptz[], $11::text[])
                             as c (id, dataset, source, key, external_id, content_hash, import_id, line, system,
                                   created_at, outline)
                        order by c.dataset, c.source, c.key
                        on conflict (dataset, source, key) do nothing
                        returning id""").execute(parameters).map(rows -> {
            Set<UUID> inserted = new HashSet<>();
            rows.forEach(row -> inserted.add(row.getUUID("id")));
            return inserted;
        });
    }

    private static Uni<Map<UUID, Known>> findKnown(SqlConnection connection, List<Conversation> others) {
        if (others.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(array(others, Conversation::id, UUID[]::new))
                .addArrayOfString(array(others, c -> c.origin().dataset(), String[]::new))
                .addArrayOfString(array(others, c -> c.origin().source(), String[]::new))
                .addArrayOfString(array(others, Conversation::key, String[]::new));
        return connection.preparedQuery("""
                        select o.id as other_id, c.id, c.content_hash
                        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as o (id, dataset, source, key)
                        join conversation c using (dataset, source, key)""").execute(parameters).map(rows -> {
            Map<UUID, Known> known = new HashMap<>();
            rows.forEach(row ->
                    known.put(row.getUUID("other_id"), new Known(row.getUUID("id"), row.getString("content_hash"))));
            return known;
        });
    }

    @SuppressWarnings("NullAway") // an array for the database may hold nulls
    private static <T, R> R[] array(List<T> items, Function<T, R> value, IntFunction<R[]> maker) {
        return items.stream().map(value).toArray(maker);
    }
}
