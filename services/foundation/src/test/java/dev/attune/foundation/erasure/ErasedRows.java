package dev.attune.foundation.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A service's own table, and what erases its rows. */
@ApplicationScoped
public class ErasedRows implements ConversationEraser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;

    ErasedRows(Pool pool) {
        this.pool = pool;
    }

    void create() {
        pool.query("create table if not exists sample_row (conversation_id uuid primary key)")
                .execute()
                .await()
                .atMost(PATIENCE);
    }

    Uni<Void> write(SqlConnection connection, List<UUID> conversations) {
        return connection
                .preparedQuery("insert into sample_row select unnest($1::uuid[]) on conflict do nothing")
                .execute(Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    long of(UUID conversation) {
        return pool.preparedQuery("select count(*) from sample_row where conversation_id = $1")
                .execute(Tuple.of(conversation))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        return connection
                .preparedQuery("delete from sample_row where conversation_id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
