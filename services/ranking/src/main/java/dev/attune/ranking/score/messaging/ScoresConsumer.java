package dev.attune.ranking.score.messaging;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnScored;
import dev.attune.ranking.score.ApplyScores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives scores. */
@ApplicationScoped
class ScoresConsumer {

    private final BatchConsumer batches;
    private final Transactions transactions;
    private final ApplyScores applyScores;

    ScoresConsumer(BatchConsumer batches, Transactions transactions, ApplyScores applyScores) {
        this.batches = batches;
        this.transactions = transactions;
        this.applyScores = applyScores;
    }

    @Incoming("scores-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(
                records,
                MessageType.TURN_SCORED,
                TurnScored.class,
                messages -> transactions.run(
                        connection -> Uni.createFrom().deferred(() -> applyScores.apply(connection, messages))));
    }
}
