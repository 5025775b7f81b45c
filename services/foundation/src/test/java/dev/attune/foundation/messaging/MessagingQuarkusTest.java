package dev.attune.foundation.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.Json;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class MessagingQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MessageType TYPE = MessageType.JUDGMENT_RECORDED;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    BatchConsumer consumer;

    @Inject
    Pool pool;

    @Test
    void shouldSendWhatWasCommittedInItsOrderAndEmptyTheOutbox() {
        UUID conversation = Ids.next();
        List<JudgmentRecorded> judgments =
                IntStream.range(0, 1_200).mapToObj(i -> judgment(conversation)).toList();

        transactions
                .run(connection -> outbox.append(connection, messages(judgments)))
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sent(conversation))
                        .containsExactlyElementsOf(judgments.stream()
                                .map(JudgmentRecorded::judgmentId)
                                .toList()));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(count("select count(*) from outbox")).isZero());
        ConsumerRecord<byte[], byte[]> message = TestTopics.readRaw(TYPE).getFirst();
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_type")).isEqualTo("dev.attune.judgment-recorded.v1");
        assertThat(header(message, "ce_source")).isEqualTo("/attune/foundation");
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        assertThat(UUID.fromString(header(message, "ce_id")).version()).isEqualTo(7);
        assertThat(Instant.parse(header(message, "ce_time")))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void shouldSendNothingOfATransactionThatFailed() {
        UUID conversation = Ids.next();

        Uni<Void> failing =
                transactions.run(connection -> outbox.append(connection, messages(List.of(judgment(conversation))))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("after the append"))));
        assertThatThrownBy(() -> failing.await().atMost(PATIENCE)).isInstanceOf(IllegalStateException.class);

        UUID later = Ids.next();
        transactions
                .run(connection -> outbox.append(connection, messages(List.of(judgment(later)))))
                .await()
                .atMost(PATIENCE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent(later)).hasSize(1));
        assertThat(sent(conversation)).isEmpty();
    }

    @Test
    void shouldApplyTheGoodOnesAroundThePoison() {
        List<JudgmentRecorded> judgments =
                IntStream.range(0, 9).mapToObj(i -> judgment(Ids.next())).toList();
        UUID poison = judgments.get(4).judgmentId();
        String topic = "topic-" + UUID.randomUUID();
        List<UUID> applied = new CopyOnWriteArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        judgments.forEach(judgment -> records.add(message(topic, records.size(), TYPE.type(), json(judgment))));
        records.add(message(topic, 9, TYPE.type(), "{\"dataset\":".getBytes(UTF_8)));
        records.add(message(topic, 10, "dev.attune.unknown.v9", json(judgments.getFirst())));
        records.add(message(topic, 11, TYPE.type(), null));
        records.add(message(topic, 12, "a\0b", json(judgments.getFirst())));
        records.add(message(topic, 13, null, json(judgments.getFirst())));

        for (int delivery = 0; delivery < 2; delivery++) {
            applied.clear();
            consumer.consume(batch(topic, records), TYPE, JudgmentRecorded.class, batch -> {
                        if (batch.stream()
                                .anyMatch(judgment -> judgment.judgmentId().equals(poison))) {
                            return Uni.createFrom().failure(new IllegalArgumentException("cannot be applied"));
                        }
                        batch.forEach(judgment -> applied.add(judgment.judgmentId()));
                        return Uni.createFrom().voidItem();
                    })
                    .await()
                    .atMost(PATIENCE);
        }

        assertThat(applied)
                .containsExactlyElementsOf(judgments.stream()
                        .map(JudgmentRecorded::judgmentId)
                        .filter(id -> !id.equals(poison))
                        .toList());
        assertThat(deadLetters(topic))
                .containsExactly(
                        "4 inapplicable cannot be applied",
                        "9 unreadable",
                        "10 unreadable expected type dev.attune.judgment-recorded.v1, got dev.attune.unknown.v9",
                        "11 unreadable the message has no payload",
                        "12 unreadable expected type dev.attune.judgment-recorded.v1, got a\uFFFDb",
                        "13 unreadable expected type dev.attune.judgment-recorded.v1, got none");
    }

    @Test
    void shouldWaitWhileTheDatabaseIsAway() {
        AtomicInteger tries = new AtomicInteger();
        String topic = "topic-" + UUID.randomUUID();

        consumer.consume(
                        batch(topic, List.of(message(topic, 0, TYPE.type(), json(judgment(Ids.next()))))),
                        TYPE,
                        JudgmentRecorded.class,
                        batch -> tries.incrementAndGet() < 4
                                ? Uni.createFrom().failure(new ConnectException("refused"))
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(PATIENCE);

        assertThat(tries).hasValue(4);
        assertThat(deadLetters(topic)).isEmpty();
    }

    private List<String> deadLetters(String topic) {
        List<String> letters = new ArrayList<>();
        pool.preparedQuery("""
                        select "offset", reason, detail from dead_letter where topic = $1 order by "offset" """)
                .execute(Tuple.of(topic))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> letters.add(row.getLong(0) + " " + row.getString(1)
                        // A parser's own words are not ours to fix in a test.
                        + (row.getLong(0) == 9 ? "" : " " + row.getString(2))));
        return letters;
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<UUID> sent(UUID conversation) {
        return TestTopics.read(TYPE, JudgmentRecorded.class).stream()
                .filter(judgment -> judgment.conversationId().equals(conversation))
                .map(JudgmentRecorded::judgmentId)
                .toList();
    }

    private static List<OutboxMessage> messages(List<JudgmentRecorded> judgments) {
        return judgments.stream()
                .map(judgment -> new OutboxMessage(TYPE, judgment.conversationId(), judgment))
                .toList();
    }

    private static JudgmentRecorded judgment(UUID conversation) {
        return new JudgmentRecorded(
                "a",
                conversation,
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "ann",
                JudgmentOrigin.HUMAN,
                Outcome.LEFT,
                Ids.next(),
                Ids.next(),
                2,
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    private static byte[] json(JudgmentRecorded judgment) {
        try {
            return Json.mapper().writeValueAsBytes(judgment);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> message(
            String topic, int offset, @Nullable String type, byte @Nullable [] payload) {
        ConsumerRecord<byte[], byte[]> item = new ConsumerRecord<>(topic, 0, offset, "key".getBytes(UTF_8), payload);
        // A header may be there without a value.
        item.headers().add("ce_type", type == null ? null : type.getBytes(UTF_8));
        return item;
    }

    private static ConsumerRecords<byte[], byte[]> batch(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
    }

    private static String header(ConsumerRecord<byte[], byte[]> item, String name) {
        return new String(item.headers().lastHeader(name).value(), UTF_8);
    }
}
