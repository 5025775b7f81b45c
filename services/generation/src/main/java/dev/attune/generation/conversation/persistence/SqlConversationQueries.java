package dev.attune.generation.conversation.persistence;

import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.conversation.ConversationQueries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads conversations and turns. */
@ApplicationScoped
class SqlConversationQueries implements ConversationQueries {

    private static final String LIST = """
            select id, dataset, source, external_id, import_id, line, created_at,
                   (select count(*)::integer from turn where conversation_id = c.id) as turns
            from conversation c
            where %s and ($2::uuid is null or id > $2)
            order by id limit $3""";

    /** One dataset gets a statement of its own, which the index on (dataset, id) answers in its order. */
    private static final String LIST_ONE = LIST.formatted("dataset = $1");

    private static final String LIST_SOME = LIST.formatted("($1::text[] is null or dataset = any($1))");

    private final Pool pool;

    SqlConversationQueries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Summary>> list(String @Nullable [] datasets, @Nullable UUID after, int limit) {
        return rows(datasets, after, limit)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Summary(
                                row.getUUID("id"),
                                origin(row),
                                row.getString("external_id"),
                                row.getInteger("turns"),
                                row.getOffsetDateTime("created_at").toInstant()))
                        .toList());
    }

    private Uni<RowSet<Row>> rows(String @Nullable [] datasets, @Nullable UUID after, int limit) {
        if (datasets != null && datasets.length == 1) {
            return pool.preparedQuery(LIST_ONE).execute(Tuple.of(datasets[0], after, limit));
        }
        return pool.preparedQuery(LIST_SOME)
                .execute(Tuple.tuple().addArrayOfString(datasets).addUUID(after).addInteger(limit));
    }

    @Override
    public Uni<Optional<Conversation>> find(UUID id) {
        return find(pool, id);
    }

    @Override
    public Uni<Optional<Conversation>> find(SqlClient client, UUID id) {
        return client.preparedQuery("""
                        select id, dataset, source, external_id, content_hash, import_id, line, system, created_at,
                               outline::text
                        from conversation where id = $1""")
                .execute(Tuple.of(id))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : TurnQueries.ofConversation(client, id)
                                .map(turns ->
                                        Optional.of(conversation(rows.iterator().next(), turns))));
    }

    @Override
    public Uni<List<LocatedTurn>> listTurns(SqlClient client, String dataset, @Nullable Place after, int limit) {
        return TurnQueries.ofDataset(client, dataset, after, limit);
    }

    @Override
    public Uni<Optional<LocatedTurn>> findTurn(UUID id) {
        return TurnQueries.one(pool, id);
    }

    private static Conversation conversation(Row row, List<Turn> turns) {
        return new Conversation(
                row.getUUID("id"),
                origin(row),
                row.getString("external_id"),
                row.getString("content_hash"),
                row.getString("system"),
                row.getOffsetDateTime("created_at").toInstant(),
                turns,
                Outlines.parse(row.getString("outline")));
    }

    private static Origin origin(Row row) {
        return new Origin(
                row.getString("dataset"), row.getString("source"), row.getUUID("import_id"), row.getLong("line"));
    }
}
