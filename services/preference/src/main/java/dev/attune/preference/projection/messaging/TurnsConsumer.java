package dev.attune.preference.projection.messaging;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.preference.projection.ApplyMessages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the turns in. */
@ApplicationScoped
class TurnsConsumer {

    private final BatchConsumer batches;
    private final ApplyMessages messages;

    TurnsConsumer(BatchConsumer batches, ApplyMessages messages) {
        this.batches = batches;
        this.messages = messages;
    }

    @Incoming("turns-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, MessageType.TURN_CHANGED, TurnChanged.class, messages::turns);
    }
}
