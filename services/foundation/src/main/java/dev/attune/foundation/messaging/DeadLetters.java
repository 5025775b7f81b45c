package dev.attune.foundation.messaging;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.model.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The service's table of messages that could not be applied. */
@ApplicationScoped
public class DeadLetters {

    private static final String COLUMNS = """
            id, topic, partition, "offset", type, reason, detail,
            coalesce(octet_length(payload), 0) as size, created_at""";

    private final Pool pool;
    private final Erasures erasures;
    private final Counter counter;

    DeadLetters(Pool pool, Erasures erasures, MeterRegistry meters) {
        this.pool = pool;
        this.erasures = erasures;
        this.counter = meters.counter("attune.dead.letters");
    }

    /**
     * What one sending of many letters did.
     *
     * @param replayed letters that were sent again
     * @param remaining letters that are still there
     */
    public record Replay(long replayed, long remaining) {}

    /** Keeps them; a record that is delivered again is kept once, one of an erased conversation is not. */
    Uni<Void> save(List<DeadLetter> letters) {
        return letters.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(connection -> erasures.living(connection, letters, DeadLetter::conversation)
                        .chain(living -> insert(connection, living)));
    }

    private Uni<Void> insert(SqlConnection connection, List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery("""
                        insert into dead_letter (id, topic, partition, "offset", key, type, payload, reason, detail)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        on conflict (topic, partition, "offset") do nothing""")
                .executeBatch(letters.stream().map(DeadLetters::tuple).toList())
                .invoke(() -> counter.increment(letters.size()))
                .replaceWithVoid();
    }

    /** The letters after one of them, oldest first. */
    public Uni<List<KeptLetter>> list(@Nullable UUID after, int limit) {
        return pool.preparedQuery("select %s from dead_letter where ($1::uuid is null or id > $1) order by id limit $2"
                        .formatted(COLUMNS))
                .execute(Tuple.tuple().addUUID(after).addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadLetters::letter)
                        .toList());
    }

    /** One letter with its bytes. */
    public Uni<Optional<LetterContent>> find(UUID id) {
        return pool.preparedQuery("select %s, key, payload from dead_letter where id = $1".formatted(COLUMNS))
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new LetterContent(letter(row), row.getBuffer("key"), row.getBuffer("payload")))
                        .findFirst());
    }

    /**
     * Moves a letter to the outbox as it came: to its topic, with its key, type and payload.
     *
     * @return whether there was such a letter
     */
    public Uni<Boolean> replay(SqlConnection connection, UUID id) {
        return erasures.hold(connection)
                .chain(() -> connection.preparedQuery("""
                        with letter as (delete from dead_letter where id = $1 returning *)
                        insert into outbox (message_id, topic, key, type, payload)
                        select id, topic, key, type, payload from letter""").execute(Tuple.of(id)))
                .map(inserted -> inserted.rowCount() == 1);
    }

    /** Moves the oldest letters to the outbox, in their order; letters that another call is moving are left to it. */
    public Uni<Replay> replayOldest(SqlConnection connection, int limit) {
        return erasures.hold(connection)
                .chain(() -> connection.preparedQuery("""
                        with letters as (
                            delete from dead_letter where id = any (array(
                                select id from dead_letter order by id limit $1 for update skip locked))
                            returning *),
                        sent as (
                            insert into outbox (message_id, topic, key, type, payload)
                            select id, topic, key, type, payload from letters order by id
                            returning 1)
                        select (select count(*) from sent) as replayed,
                               (select count(*) from dead_letter) - (select count(*) from sent) as remaining""").execute(Tuple.of(limit)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Replay(row.getLong("replayed"), row.getLong("remaining")));
    }

    /**
     * Throws a letter away.
     *
     * @return whether there was such a letter
     */
    public Uni<Boolean> discard(UUID id) {
        return pool.preparedQuery("delete from dead_letter where id = $1")
                .execute(Tuple.of(id))
                .map(deleted -> deleted.rowCount() == 1);
    }

    private static KeptLetter letter(Row row) {
        return new KeptLetter(
                row.getUUID("id"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                row.getString("type"),
                row.getString("reason"),
                row.getString("detail"),
                row.getLong("size"),
                row.getOffsetDateTime("created_at").toInstant());
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
