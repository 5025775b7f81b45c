package dev.attune.foundation.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.foundation.messaging.DeadLetters;
import dev.attune.foundation.messaging.KeptLetter;
import dev.attune.foundation.persistence.Idempotency;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.model.Json;
import dev.attune.model.message.ConversationErased;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every service does of an erasure, whatever tables it has. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ErasureQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOPIC = MessageType.TURN_CHANGED.topic();
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    @Inject
    BatchConsumer consumer;

    @Inject
    EraseConversations eraseConversations;

    @Inject
    Erasures erasures;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Idempotency idempotency;

    @Inject
    Transactions transactions;

    @Inject
    ErasedRows rows;

    @Inject
    Pool pool;

    private final UUID erased = Ids.next();
    private final UUID other = Ids.next();
    private final List<UUID> applied = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeTheTable() {
        rows.create();
    }

    @Test
    void shouldDropWhatIsDeliveredOfAnErasedConversationInAnyOrder() {
        consume(turn(erased), turn(other));
        assertThat(applied).containsExactlyInAnyOrder(erased, other);
        assertThat(rows.of(erased)).isEqualTo(1);

        applied.clear();
        consume(turn(erased), erasure(erased), turn(erased), turn(other));
        consume(turn(erased));
        consume(erasure(erased));

        assertThat(applied).containsExactly(other);
        assertThat(rows.of(erased)).isZero();
        assertThat(rows.of(other)).isEqualTo(1);
        assertThat(count("select count(*) from erased_conversation where conversation_id = $1", erased))
                .isEqualTo(1);
    }

    @Test
    void shouldEraseWhatWasNeverSeen() {
        consume(erasure(erased));
        consume(turn(erased));

        assertThat(applied).isEmpty();
        assertThat(rows.of(erased)).isZero();
    }

    @Test
    void shouldPutAsideAnErasureThatIsBrokenAndApplyTheOthers() {
        consume(
                item(MessageType.CONVERSATION_ERASED, other, "{\"dataset\":\"d\"}".getBytes(UTF_8)),
                erasure(erased),
                turn(erased),
                turn(other));

        assertThat(applied).containsExactly(other);
        assertThat(letters(other)).hasSize(1);
    }

    @Test
    void shouldEmptyTheOutboxAndTheDeadLettersAndTakeInNoMore() {
        consume(broken(erased), broken(other));
        UUID letter = letters(erased).getFirst().id();

        // One transaction, so that the relay cannot send the rows before they are counted.
        long[] left = run(connection -> eraseConversations
                .begin(connection)
                .chain(() -> outbox(connection, erased))
                .chain(() -> outbox(connection, other))
                .chain(() -> eraseConversations.erase(connection, Set.of(erased)))
                .chain(() -> connection
                        .preparedQuery(
                                "select count(*) filter (where key = $1), count(*) filter (where key = $2) from outbox")
                        .execute(Tuple.of(key(erased), key(other))))
                .map(found -> found.iterator().next())
                .map(row -> new long[] {row.getLong(0), row.getLong(1)}));

        assertThat(left).containsExactly(0, 1);
        assertThat(letters(erased)).isEmpty();
        assertThat(letters(other)).hasSize(1);
        boolean replayed = run(connection -> deadLetters.replay(connection, letter));
        assertThat(replayed).isFalse();
        consume(broken(erased));
        assertThat(letters(erased)).isEmpty();
    }

    @Test
    void shouldForgetTheAnswersThatTellOfTheConversation() {
        answer("one-" + erased, erased);
        answer("two-" + erased, other);
        answer("three-" + erased, null);

        erase(erased);

        assertThat(count("select count(*) from idempotency where key = $1", "one-" + erased))
                .isZero();
        assertThat(count("select count(*) from idempotency where key = $1", "two-" + erased))
                .isEqualTo(1);
        assertThat(count("select count(*) from idempotency where key = $1", "three-" + erased))
                .isEqualTo(1);
    }

    @Test
    void shouldForgetAnswersAfterADay() {
        answer("old-" + erased, null);
        answer("young-" + erased, null);
        age("old-" + erased, "24 hours 1 second");
        age("young-" + erased, "23 hours 59 minutes");

        answer("new-" + erased, null);

        assertThat(count("select count(*) from idempotency where key = $1", "old-" + erased))
                .isZero();
        assertThat(count("select count(*) from idempotency where key = $1", "young-" + erased))
                .isEqualTo(1);
    }

    @Test
    void shouldWaitForThoseWhoWriteAndLetThemSeeItAfterwards() {
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<Void> holds = new CompletableFuture<>();
        CompletableFuture<Void> writer = transactions
                .run(connection -> erasures.hold(connection)
                        .invoke(() -> holds.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(mayEnd))
                        .chain(() -> rows.write(connection, List.of(erased))))
                .subscribeAsCompletionStage();
        holds.join();
        CompletableFuture<Void> erasure = transactions
                .run(connection -> eraseConversations
                        .begin(connection)
                        .chain(() -> eraseConversations.erase(connection, Set.of(erased))))
                .subscribeAsCompletionStage();
        await().until(() -> waiting() == 1);
        CompletableFuture<List<UUID>> late = transactions
                .run(connection -> erasures.living(connection, List.of(erased, other), id -> id))
                .subscribeAsCompletionStage();
        await().until(() -> waiting() == 2);
        assertThat(erasure).isNotDone();

        mayEnd.complete(null);

        writer.join();
        erasure.join();
        assertThat(late.join()).containsExactly(other);
        assertThat(rows.of(erased)).isZero();
    }

    @SafeVarargs
    private final void consume(ConsumerRecord<byte[], byte[]>... items) {
        consumer.consume(
                        new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(items)), Map.of()),
                        MessageType.TURN_CHANGED,
                        TurnChanged.class,
                        turns -> transactions.run(connection -> erasures.living(
                                        connection, turns, TurnChanged::conversationId)
                                .chain(living -> {
                                    List<UUID> ids = living.stream()
                                            .map(TurnChanged::conversationId)
                                            .toList();
                                    applied.addAll(ids);
                                    return rows.write(connection, ids);
                                })))
                .await()
                .atMost(PATIENCE);
    }

    private static ConsumerRecord<byte[], byte[]> turn(UUID conversation) {
        TurnChanged turn = new TurnChanged(
                "d", null, conversation, Ids.next(), 1, 1, TurnState.OPEN, List.of(), "text", List.of(), List.of());
        return item(MessageType.TURN_CHANGED, conversation, json(turn));
    }

    private static ConsumerRecord<byte[], byte[]> erasure(UUID conversation) {
        return item(
                MessageType.CONVERSATION_ERASED,
                conversation,
                json(new ConversationErased("d", conversation, Instant.now())));
    }

    private static ConsumerRecord<byte[], byte[]> broken(UUID conversation) {
        return item(MessageType.TURN_CHANGED, conversation, "{\"text\":".getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> item(MessageType type, UUID key, byte[] payload) {
        ConsumerRecord<byte[], byte[]> item = new ConsumerRecord<>(
                TOPIC, 0, OFFSETS.getAndIncrement(), key.toString().getBytes(UTF_8), payload);
        item.headers().add("ce_type", type.type().getBytes(UTF_8));
        return item;
    }

    private static byte[] json(Record payload) {
        try {
            return Json.mapper().writeValueAsBytes(payload);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void erase(UUID conversation) {
        run(connection -> eraseConversations
                .begin(connection)
                .chain(() -> eraseConversations.erase(connection, Set.of(conversation))));
    }

    private static Uni<Void> outbox(SqlConnection connection, UUID conversation) {
        return connection
                .preparedQuery("""
                        insert into outbox (message_id, topic, key, type, payload)
                        values ($1, 'attune.scores', $2, 'a.type', 'text')""")
                .execute(Tuple.of(Ids.next(), key(conversation)))
                .replaceWithVoid();
    }

    private void answer(String key, @Nullable UUID conversation) {
        run(connection -> idempotency.once(
                connection,
                new Idempotency.Request("ann", "POST /v1/things", key, Map.of()),
                () -> Uni.createFrom().item(new Idempotency.Reply(201, Map.of("comment", "text"), conversation))));
    }

    private void age(String key, String by) {
        pool.preparedQuery("update idempotency set created_at = now() - $2::text::interval where key = $1")
                .execute(Tuple.of(key, by))
                .await()
                .atMost(PATIENCE);
    }

    private List<KeptLetter> letters(UUID conversation) {
        List<KeptLetter> found = new ArrayList<>();
        pool.preparedQuery("select id from dead_letter where key = $1")
                .execute(Tuple.of(key(conversation)))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> deadLetters
                        .find(row.getUUID("id"))
                        .await()
                        .atMost(PATIENCE)
                        .ifPresent(content -> found.add(content.letter())));
        return found;
    }

    private long waiting() {
        return count("select count(*) from pg_locks where locktype = 'advisory' and not granted and $1", true);
    }

    private long count(String sql, Object parameter) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private <T> T run(Function<SqlConnection, Uni<T>> work) {
        return transactions.run(work).await().atMost(PATIENCE);
    }

    private static Buffer key(UUID conversation) {
        return Buffer.buffer(conversation.toString());
    }
}
