package dev.attune.foundation.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Erases conversations from all tables of the service, in the transaction of the caller. */
@ApplicationScoped
public class EraseConversations {

    /** In the order in which the relay deletes what it has sent. */
    private static final String OUTBOX =
            "outbox where id in (select id from outbox where key = any($1::bytea[]) order by id for update)";

    private final List<ConversationEraser> erasers;

    EraseConversations(@Any Instance<ConversationEraser> erasers) {
        this.erasers = erasers.stream().toList();
    }

    /**
     * Keeps all who write of conversations out until the transaction ends; waits for those who do. It must be the first
     * lock that the transaction takes.
     */
    public Uni<Void> begin(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock(%s)".formatted(Erasures.LOCK))
                .execute()
                .replaceWithVoid();
    }

    /** Erases them; doing it twice is as doing it once. The transaction has called {@link #begin}. */
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        Tuple ids = Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new));
        Tuple keys = Tuple.of(
                conversations.stream().map(id -> Buffer.buffer(id.toString())).toArray(Buffer[]::new));
        return connection
                .preparedQuery("""
                        insert into erased_conversation (conversation_id) select unnest($1::uuid[])
                        on conflict do nothing""")
                .execute(ids)
                .chain(() -> delete(connection, OUTBOX, keys))
                .chain(() -> delete(connection, "dead_letter where key = any($1::bytea[])", keys))
                .chain(() -> delete(connection, "idempotency where conversation_id = any($1)", ids))
                .chain(() -> eraseOwn(connection, conversations));
    }

    private Uni<Void> eraseOwn(SqlConnection connection, Set<UUID> conversations) {
        Uni<Void> erased = Uni.createFrom().voidItem();
        for (ConversationEraser eraser : erasers) {
            erased = erased.chain(() -> eraser.erase(connection, conversations));
        }
        return erased;
    }

    private static Uni<Void> delete(SqlConnection connection, String what, Tuple parameters) {
        return connection
                .preparedQuery("delete from " + what)
                .execute(parameters)
                .replaceWithVoid();
    }
}
