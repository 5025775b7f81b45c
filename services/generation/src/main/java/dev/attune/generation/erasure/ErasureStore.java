package dev.attune.generation.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where that which is to be erased is found. */
public interface ErasureStore {

    /** The dataset of a conversation. */
    Uni<Optional<String>> findDataset(SqlConnection connection, UUID conversation);

    /** Locks the dataset for the transaction; false where there is none of this name. */
    Uni<Boolean> lockDataset(SqlConnection connection, String dataset);

    /** All conversations of the dataset. */
    Uni<Set<UUID>> findConversations(SqlConnection connection, String dataset);

    /** Deletes the dataset, whose conversations are gone, with its imports and their refusals. */
    Uni<Void> deleteDataset(SqlConnection connection, String dataset);

    /** Puts a message for each of these conversations into the outbox. */
    Uni<Void> announce(SqlConnection connection, String dataset, Set<UUID> conversations);
}
