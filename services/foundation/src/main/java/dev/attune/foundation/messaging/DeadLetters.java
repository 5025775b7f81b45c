package dev.attune.foundation.messaging;

import dev.attune.model.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The service's table of messages that could not be applied. */
@ApplicationScoped
class DeadLetters {

    private final Pool pool;
    private final Counter counter;

    DeadLetters(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.counter = meters.counter("attune.dead.letters");
    }

    /** Keeps them; a record that is delivered again is kept once. */
    Uni<Void> save(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery("""
                        insert into dead_letter (id, topic, partition, "offset", key, type, payload, reason, detail)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        on conflict (topic, partition, "offset") do nothing""")
                .executeBatch(letters.stream().map(DeadLetters::tuple).toList())
                .invoke(() -> counter.increment(letters.size()))
                .replaceWithVoid();
    }

    private static Tuple tuple(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> item = letter.item();
        return Tuple.tuple()
                .addUUID(Ids.next())
                .addString(item.topic())
                .addInteger(item.partition())
                .addLong(item.offset())
                .addValue(buffer(item.key()))
                .addString(letter.type())
                .addValue(buffer(item.value()))
                .addString(letter.reason())
                .addString(letter.detail());
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
