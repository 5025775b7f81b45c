package dev.attune.generation.conversation;

import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.Conversation.Turn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where conversations are kept, for reading. */
public interface ConversationQueries {

    /**
     * A conversation without its texts.
     *
     * @param id the conversation
     * @param origin where it belongs and came from
     * @param externalId the name that it has where it comes from
     * @param turns how many it has
     * @param createdAt when it was made here
     */
    record Summary(UUID id, Origin origin, @Nullable String externalId, int turns, Instant createdAt) {}

    /**
     * A turn and where it belongs.
     *
     * @param dataset the dataset's name
     * @param importId the import that brought it; null where it was posted alone
     * @param conversationId the conversation
     * @param turn the turn
     */
    record LocatedTurn(String dataset, @Nullable UUID importId, UUID conversationId, Turn turn) {}

    /**
     * A place in a dataset's turns.
     *
     * @param conversationId the conversation
     * @param number the turn's place in it
     */
    record Place(UUID conversationId, int number) {}

    /**
     * Conversations in the order of their ids.
     *
     * @param datasets only of these; null for all
     * @param after only what comes after this id; null from the start
     * @param limit how many at most
     */
    Uni<List<Summary>> list(String @Nullable [] datasets, @Nullable UUID after, int limit);

    /** A conversation, whole. */
    Uni<Optional<Conversation>> find(SqlClient client, UUID id);

    /** A conversation, whole, outside of any transaction. */
    Uni<Optional<Conversation>> find(UUID id);

    /**
     * Turns of a dataset, by conversation and in a conversation in their order.
     *
     * @param after only what comes after this place; null from the start
     * @param limit how many at most
     */
    Uni<List<LocatedTurn>> listTurns(SqlClient client, String dataset, @Nullable Place after, int limit);

    /** A turn with its history and its responses. */
    Uni<Optional<LocatedTurn>> findTurn(UUID id);
}
