package dev.attune.generation.conversation.messaging;

import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.foundation.messaging.Republish;
import dev.attune.foundation.messaging.Republish.Chunk;
import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.conversation.ConversationQueries;
import dev.attune.generation.conversation.ConversationQueries.LocatedTurn;
import dev.attune.generation.conversation.ConversationQueries.Place;
import dev.attune.generation.conversation.TurnPublisher;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts {@link TurnChanged} into the outbox. */
@ApplicationScoped
class OutboxTurnPublisher implements TurnPublisher {

    /** A turn has up to 256 KiB, and a chunk is held in memory. */
    private static final int CHUNK = 200;

    private final Outbox outbox;
    private final Republish republish;
    private final ConversationQueries conversations;

    OutboxTurnPublisher(Outbox outbox, Republish republish, ConversationQueries conversations) {
        this.outbox = outbox;
        this.republish = republish;
        this.conversations = conversations;
    }

    @Override
    public Uni<Void> publish(SqlConnection connection, List<Conversation> conversations) {
        return outbox.append(
                connection,
                conversations.stream().flatMap(OutboxTurnPublisher::messages).toList());
    }

    @Override
    public Uni<Long> republish(String dataset) {
        return republish.all((SqlConnection connection, @Nullable Place after) ->
                conversations.listTurns(connection, dataset, after, CHUNK).map(OutboxTurnPublisher::chunk));
    }

    private static Chunk<Place> chunk(List<LocatedTurn> turns) {
        Place last = turns.isEmpty()
                ? null
                : new Place(
                        turns.getLast().conversationId(), turns.getLast().turn().number());
        return new Chunk<>(turns.stream().map(OutboxTurnPublisher::message).toList(), last);
    }

    private static Stream<OutboxMessage> messages(Conversation conversation) {
        Origin origin = conversation.origin();
        return conversation.turns().stream()
                .map(turn -> new LocatedTurn(origin.dataset(), origin.importId(), conversation.id(), turn))
                .map(OutboxTurnPublisher::message);
    }

    private static OutboxMessage message(LocatedTurn located) {
        return new OutboxMessage(MessageType.TURN_CHANGED, located.conversationId(), changed(located));
    }

    private static TurnChanged changed(LocatedTurn located) {
        Turn turn = located.turn();
        return new TurnChanged(
                located.dataset(),
                located.importId(),
                located.conversationId(),
                turn.id(),
                turn.number(),
                turn.revision(),
                turn.state(),
                turn.history(),
                turn.text(),
                turn.responses().stream()
                        .map(response ->
                                new TurnChanged.Candidate(response.id(), response.text(), response.generator()))
                        .toList(),
                turn.preferences().stream()
                        .map(preference -> new TurnChanged.Preference(preference.chosen(), preference.rejected()))
                        .toList());
    }
}
