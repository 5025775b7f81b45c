package dev.attune.preference.projection.messaging;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnRanked;
import dev.attune.preference.projection.ApplyMessages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the rankings in. */
@ApplicationScoped
class RankingsConsumer {

    private final BatchConsumer batches;
    private final ApplyMessages messages;

    RankingsConsumer(BatchConsumer batches, ApplyMessages messages) {
        this.batches = batches;
        this.messages = messages;
    }

    @Incoming("rankings-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, MessageType.TURN_RANKED, TurnRanked.class, messages::rankings);
    }
}
