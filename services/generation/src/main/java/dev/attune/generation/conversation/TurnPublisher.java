package dev.attune.generation.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Tells the other services of turns. */
public interface TurnPublisher {

    /** Tells the full state of every turn of these conversations, when the transaction of the connection is committed. */
    Uni<Void> publish(SqlConnection connection, List<Conversation> conversations);

    /**
     * Tells the full state of every turn of a dataset once more, in transactions of its own.
     *
     * @return how many turns
     */
    Uni<Long> republish(String dataset);
}
