package dev.attune.generation.conversation.messaging;

import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.conversation.TurnPublisher;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Puts {@link TurnChanged} into the outbox. */
@ApplicationScoped
class OutboxTurnPublisher implements TurnPublisher {

    private final Outbox outbox;

    OutboxTurnPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> publish(SqlConnection connection, List<Conversation> conversations) {
        return outbox.append(
                connection,
                conversations.stream().flatMap(OutboxTurnPublisher::messages).toList());
    }

    private static Stream<OutboxMessage> messages(Conversation conversation) {
        return conversation.turns().stream()
                .map(turn ->
                        new OutboxMessage(MessageType.TURN_CHANGED, conversation.id(), message(conversation, turn)));
    }

    private static TurnChanged message(Conversation conversation, Turn turn) {
        return new TurnChanged(
                conversation.origin().dataset(),
                conversation.origin().importId(),
                conversation.id(),
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
