package dev.attune.ranking.turn.messaging;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.ranking.turn.ApplyTurns;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives turns. */
@ApplicationScoped
class TurnsConsumer {

    private final BatchConsumer batches;
    private final Transactions transactions;
    private final ApplyTurns applyTurns;

    TurnsConsumer(BatchConsumer batches, Transactions transactions, ApplyTurns applyTurns) {
        this.batches = batches;
        this.transactions = transactions;
        this.applyTurns = applyTurns;
    }

    @Incoming("turns-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(
                records,
                MessageType.TURN_CHANGED,
                TurnChanged.class,
                messages -> transactions.run(
                        connection -> Uni.createFrom().deferred(() -> applyTurns.apply(connection, messages))));
    }
}
