package dev.attune.preference.projection.messaging;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnScored;
import dev.attune.preference.projection.ApplyMessages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the scores in. */
@ApplicationScoped
class ScoresConsumer {

    private final BatchConsumer batches;
    private final ApplyMessages messages;

    ScoresConsumer(BatchConsumer batches, ApplyMessages messages) {
        this.batches = batches;
        this.messages = messages;
    }

    @Incoming("scores-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, MessageType.TURN_SCORED, TurnScored.class, messages::scores);
    }
}
