package dev.attune.foundation.tracing;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.Json;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(TracingQuarkusTest.Traced.class)
class TracingQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MessageType TYPE = MessageType.JUDGMENT_RECORDED;
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    BatchConsumer consumer;

    @Inject
    Tracer tracer;

    @Inject
    FinishedSpans spans;

    /** Tracing as an address switches it on, with nothing that sends. */
    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("attune.tracing.endpoint", "http://127.0.0.1:9", "quarkus.otel.traces.exporter", "none");
        }
    }

    @Test
    void shouldSendAMessageInTheTraceItWasWrittenIn() {
        UUID conversation = Ids.next();
        Span span = tracer.spanBuilder("a request").startSpan();
        try (Scope ignored = span.makeCurrent()) {
            append(List.of(judgment(conversation))).await().atMost(PATIENCE);
        }
        span.end();

        String expected = "00-" + span.getSpanContext().getTraceId() + "-"
                + span.getSpanContext().getSpanId() + "-01";
        ConsumerRecord<byte[], byte[]> message = sent(conversation);
        assertThat(header(message, "traceparent")).isEqualTo(expected);
        assertThat(header(message, "ce_traceparent")).isEqualTo(expected);
    }

    @Test
    void shouldSendNoHeaderWhereThereIsNoTrace() {
        UUID conversation = Ids.next();

        append(List.of(judgment(conversation))).await().atMost(PATIENCE);

        assertThat(header(sent(conversation), "traceparent")).isNull();
        assertThat(header(sent(conversation), "ce_traceparent")).isNull();
    }

    @Test
    void shouldKeepTheTracesOfOneBatchApart() {
        List<JudgmentRecorded> judgments =
                List.of(judgment(Ids.next()), judgment(Ids.next()), judgment(Ids.next()), judgment(Ids.next()));
        List<String> traces = judgments.stream()
                .map(judgment -> UUID.randomUUID().toString().replace("-", ""))
                .toList();
        String topic = "topic-" + UUID.randomUUID();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < judgments.size(); i++) {
            // The second was not to be sampled, and the third has no trace.
            String header = i == 2 ? null : "00-" + traces.get(i) + "-b7ad6b7169203331-0" + (i == 1 ? 0 : 1);
            records.add(message(topic, i, judgments.get(i), header));
        }

        // As scoring does: computed elsewhere, then written in one transaction.
        consumer.consume(
                        batch(topic, records),
                        TYPE,
                        JudgmentRecorded.class,
                        batch -> Uni.createFrom()
                                .item(() -> batch)
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                .chain(this::append))
                .await()
                .atMost(PATIENCE);

        SpanData first = only(traces.getFirst());
        assertThat(first.getName()).isEqualTo("process " + topic);
        assertThat(first.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(first.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(first.getAttributes().get(AttributeKey.longKey("messaging.batch.message_count")))
                .isEqualTo(4);
        assertThat(first.getAttributes().get(AttributeKey.stringKey("messaging.kafka.message.key")))
                .isEqualTo(judgments.getFirst().conversationId().toString());
        assertThat(header(sent(judgments.getFirst().conversationId()), "traceparent"))
                .isEqualTo("00-" + traces.getFirst() + "-" + first.getSpanId() + "-01");
        assertThat(header(sent(judgments.get(1).conversationId()), "traceparent"))
                .startsWith("00-" + traces.get(1) + "-")
                .endsWith("-00");
        assertThat(spans.ofTrace(traces.get(1))).isEmpty();
        // A trace of its own begins where there was none.
        assertThat(header(sent(judgments.get(2).conversationId()), "traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain(traces.get(0), traces.get(3));
        assertThat(header(sent(judgments.get(3).conversationId()), "traceparent"))
                .isEqualTo("00-" + traces.get(3) + "-" + only(traces.get(3)).getSpanId() + "-01");
    }

    @Test
    void shouldTellWhatCouldNotBeAppliedButNotItsWords() {
        String good = UUID.randomUUID().toString().replace("-", "");
        String bad = UUID.randomUUID().toString().replace("-", "");
        String topic = "topic-" + UUID.randomUUID();
        JudgmentRecorded poison = judgment(Ids.next());

        consumer.consume(
                        batch(
                                topic,
                                List.of(
                                        message(topic, 0, judgment(Ids.next()), "00-" + good + "-b7ad6b7169203331-01"),
                                        message(topic, 1, poison, "00-" + bad + "-b7ad6b7169203331-01"))),
                        TYPE,
                        JudgmentRecorded.class,
                        batch -> batch.contains(poison)
                                ? Uni.createFrom().failure(new IllegalArgumentException("the drawer with the bills"))
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(PATIENCE);

        assertThat(only(good).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        SpanData failed = only(bad);
        assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failed.getStatus().getDescription()).isEqualTo("inapplicable");
        assertThat(failed.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("java.lang.IllegalArgumentException");
        assertThat(failed.toString()).doesNotContain("drawer");
    }

    @Test
    void shouldTellTheNamesOfQueryParametersAlone() {
        given().header("Authorization", bearer("reviewer", "ann", "a"))
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .queryParam("limit", "the bills")
                .get("/v1/samples/a")
                .then()
                .statusCode(400);
        given().header("Authorization", bearer("rater", "ann", "*"))
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .contentType("application/json")
                .body("{\"name\":\"a\",\"degree\":\"in the drawer\"}")
                .post("/v1/samples")
                .then()
                .statusCode(400);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(spans.ofTrace(TRACE)).hasSize(2));
        assertThat(spans.ofTrace(TRACE))
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("url.query")))
                .containsExactlyInAnyOrder("limit=", null);
        assertThat(spans.ofTrace(TRACE).toString()).doesNotContain("bills", "drawer");
    }

    private Uni<Void> append(List<JudgmentRecorded> judgments) {
        return transactions.run(connection -> outbox.append(
                connection,
                judgments.stream()
                        .map(judgment -> new OutboxMessage(TYPE, judgment.conversationId(), judgment))
                        .toList()));
    }

    private SpanData only(String trace) {
        assertThat(spans.ofTrace(trace)).hasSize(1);
        return spans.ofTrace(trace).getFirst();
    }

    private static ConsumerRecord<byte[], byte[]> sent(UUID conversation) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TestTopics.readRaw(TYPE).stream()
                                .filter(item -> new String(item.key(), UTF_8).equals(conversation.toString()))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
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

    private static ConsumerRecord<byte[], byte[]> message(
            String topic, int offset, JudgmentRecorded judgment, @Nullable String traceparent) {
        try {
            ConsumerRecord<byte[], byte[]> item = new ConsumerRecord<>(
                    topic,
                    0,
                    offset,
                    judgment.conversationId().toString().getBytes(UTF_8),
                    Json.mapper().writeValueAsBytes(judgment));
            item.headers().add("ce_type", TYPE.type().getBytes(UTF_8));
            if (traceparent != null) {
                item.headers().add("traceparent", traceparent.getBytes(UTF_8));
            }
            return item;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecords<byte[], byte[]> batch(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> item, String name) {
        Header header = item.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
