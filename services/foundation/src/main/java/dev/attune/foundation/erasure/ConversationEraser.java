package dev.attune.foundation.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Set;
import java.util.UUID;

/** Deletes what a service keeps of conversations in tables of its own; a bean of each service that keeps anything. */
public interface ConversationEraser {

    /**
     * Deletes every row of these conversations. No transaction that called {@link Erasures#hold} is under way, and what
     * such ones committed is seen.
     *
     * @param connection of the transaction that erases them everywhere else in the service
     */
    Uni<Void> erase(SqlConnection connection, Set<UUID> conversations);
}
