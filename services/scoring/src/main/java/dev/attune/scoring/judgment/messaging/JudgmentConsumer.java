package dev.attune.scoring.judgment.messaging;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import dev.attune.scoring.judgment.JudgmentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps every judgment. */
@ApplicationScoped
class JudgmentConsumer {

    private final BatchConsumer batches;
    private final Transactions transactions;
    private final Erasures erasures;
    private final JudgmentStore store;

    JudgmentConsumer(BatchConsumer batches, Transactions transactions, Erasures erasures, JudgmentStore store) {
        this.batches = batches;
        this.transactions = transactions;
        this.erasures = erasures;
        this.store = store;
    }

    @Incoming("judgments-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(
                records,
                MessageType.JUDGMENT_RECORDED,
                JudgmentRecorded.class,
                judgments -> transactions.run(
                        connection -> erasures.living(connection, judgments, JudgmentRecorded::conversationId)
                                .chain(living -> store.save(connection, living))));
    }
}
