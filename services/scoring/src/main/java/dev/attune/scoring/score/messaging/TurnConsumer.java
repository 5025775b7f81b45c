package dev.attune.scoring.score.messaging;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.scoring.score.ScoreTurns;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Scores every turn that changed. */
@ApplicationScoped
class TurnConsumer {

    private final BatchConsumer batches;
    private final ScoreTurns scoreTurns;

    TurnConsumer(BatchConsumer batches, ScoreTurns scoreTurns) {
        this.batches = batches;
        this.scoreTurns = scoreTurns;
    }

    @Incoming("turns-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, MessageType.TURN_CHANGED, TurnChanged.class, scoreTurns::score);
    }
}
