package dev.attune.generation.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where conversations are kept, for writing; within the transaction of the connection. */
public interface ConversationStore {

    /**
     * A conversation that was there already.
     *
     * @param id the conversation
     * @param contentHash the hash of its content
     */
    record Known(UUID id, String contentHash) {}

    /**
     * Holds erasures off until the transaction ends; to be called before {@link #insert}.
     *
     * @return false where the dataset is erased
     */
    Uni<Boolean> hold(SqlConnection connection, String dataset);

    /**
     * Writes those conversations, with turns and responses, whose keys are not there yet.
     *
     * @param conversations with keys that differ
     * @return what has the key already, by the id of the conversation that was not written
     */
    Uni<Map<UUID, Known>> insert(SqlConnection connection, List<Conversation> conversations);
}
