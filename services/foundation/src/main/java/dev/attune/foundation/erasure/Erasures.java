package dev.attune.foundation.erasure;

import dev.attune.foundation.persistence.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps erased conversations erased. Every transaction that writes anything of conversations begins with {@link #hold},
 * or with {@link #living} where what it writes came from elsewhere. Many hold at once; an erasure waits until they have
 * ended, and whoever comes meanwhile waits for the erasure.
 */
@ApplicationScoped
public class Erasures {

    /** The advisory lock's number, unique within a service's use of such locks; the schema is hashed into it. */
    static final String LOCK = "hashtext(current_schema() || '.erasure')";

    /** Lets no erasure begin until the transaction ends; what the statements after it read is not erased meanwhile. */
    public Uni<Void> hold(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock_shared(%s)".formatted(LOCK))
                .execute()
                .replaceWithVoid();
    }

    /**
     * Holds erasures off, and says which items may be written.
     *
     * @param conversation the conversation of an item; null where it has none
     * @return the items whose conversations are not erased, in their order
     */
    public <T> Uni<List<T>> living(
            SqlConnection connection, List<T> items, Function<? super T, @Nullable UUID> conversation) {
        UUID[] ids = items.stream()
                .map(conversation)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        // A statement of its own after the lock: one that waits for the lock sees the time before it waited.
        return hold(connection)
                .chain(() -> connection
                        .preparedQuery(
                                "select conversation_id from erased_conversation where conversation_id = any($1)")
                        .execute(Tuple.tuple().addArrayOfUUID(ids)))
                .map(rows -> Rows.list(rows, row -> row.getUUID("conversation_id")).stream()
                        .collect(Collectors.toSet()))
                .map(erased -> without(erased, items, conversation));
    }

    private static <T> List<T> without(
            Set<UUID> erased, List<T> items, Function<? super T, @Nullable UUID> conversation) {
        return erased.isEmpty()
                ? items
                : items.stream()
                        .filter(item -> {
                            UUID id = conversation.apply(item);
                            return id == null || !erased.contains(id);
                        })
                        .toList();
    }
}
