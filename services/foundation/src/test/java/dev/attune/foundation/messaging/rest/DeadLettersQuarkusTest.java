package dev.attune.foundation.messaging.rest;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.messaging.BatchConsumer;
import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeadLettersQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OWN = "/v1/dead-letters/foundation";
    private static final String PROBLEM = "application/problem+json";
    /** A topic that no other test of this module reads. */
    private static final MessageType TYPE = MessageType.TURN_RANKED;

    private static final AtomicLong OFFSETS = new AtomicLong();

    @Inject
    BatchConsumer consumer;

    @Inject
    Pool pool;

    @BeforeEach
    void discardWhatOthersLeft() {
        execute("delete from dead_letter");
    }

    @Test
    void shouldListPageByPageNewestLast() {
        List<String> ids = List.of(letter("0"), letter("1"), letter("2"));

        ValidatableResponse first = admin().get(OWN + "?limit=2").then().statusCode(200);

        first.body("items.id", equalTo(ids.subList(0, 2)))
                .body("items[0].topic", equalTo("attune.rankings"))
                .body("items[0].partition", equalTo(3))
                .body("items[0].type", equalTo("a.type"))
                .body("items[0].reason", equalTo("unreadable"))
                .body("items[0].detail", equalTo("expected type dev.attune.judgment-recorded.v1, got a.type"))
                .body("items[0].size", equalTo(1))
                .body("items[0].createdAt", not(nullValue()))
                .body("items[0].payload", nullValue())
                .body("next", equalTo(ids.get(1)));
        admin().get(OWN + "?limit=2&after=" + ids.get(1))
                .then()
                .statusCode(200)
                .body("items.id", equalTo(ids.subList(2, 3)))
                .body("next", nullValue());
        admin().get(OWN + "?limit=0").then().statusCode(400).contentType(PROBLEM);
        admin().get(OWN + "?after=x").then().statusCode(400).contentType(PROBLEM);
    }

    @Test
    void shouldTellInItsMetricsHowManyThereAre() {
        letter("0");
        letter("1");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(admin().get("/q/metrics").asString())
                        .contains("\nattune_dead_letters_waiting 2.0\n"));
    }

    @Test
    void shouldShowTextAsTextAndOtherBytesInBase64() {
        byte[] binary = {(byte) 0xff, 0, (byte) 0xfe};
        String text = letter(bytes("a key"), "a.type", bytes("{\"näher\":"));
        String other = letter(binary, null, binary);
        String empty = letter(null, null, null);

        admin().get(OWN + "/" + text)
                .then()
                .statusCode(200)
                .body("id", equalTo(text))
                .body("size", equalTo(10))
                .body("key", equalTo(Map.of("encoding", "utf-8", "value", "a key")))
                .body("payload", equalTo(Map.of("encoding", "utf-8", "value", "{\"näher\":")));
        admin().get(OWN + "/" + other)
                .then()
                .statusCode(200)
                .body("type", nullValue())
                .body("key", equalTo(Map.of("encoding", "base64", "value", "/wD+")))
                .body("payload", equalTo(Map.of("encoding", "base64", "value", "/wD+")));
        admin().get(OWN + "/" + empty)
                .then()
                .statusCode(200)
                .body("size", equalTo(0))
                .body("key", nullValue())
                .body("payload", nullValue());
    }

    @Test
    void shouldSendTheVeryBytesAgainAndLoseTheLetter() {
        byte[] key = random((byte) 0xff);
        byte[] payload = random((byte) 0xfe);
        String id = letter(key, "a.type", payload);

        admin().post(OWN + "/" + id + ":replay").then().statusCode(202).body("id", equalTo(id));

        admin().get(OWN + "/" + id).then().statusCode(404).contentType(PROBLEM);
        ConsumerRecord<byte[], byte[]> message = sent(payload);
        assertThat(message.key()).isEqualTo(key);
        assertThat(header(message, "ce_type")).isEqualTo("a.type");
        assertThat(header(message, "ce_id")).isEqualTo(id);
        admin().post(OWN + "/" + id + ":replay").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void shouldSendNoTypeWhereThereWasNone() {
        byte[] payload = random((byte) 'x');
        String id = letter(null, null, payload);

        admin().post(OWN + "/" + id + ":replay").then().statusCode(202);

        ConsumerRecord<byte[], byte[]> message = sent(payload);
        assertThat(message.key()).isNull();
        assertThat(message.headers()).isEmpty();
    }

    @Test
    void shouldSendAMessageWithoutAPayload() {
        byte[] key = random((byte) 'k');
        String id = letter(key, "a.type", null);

        admin().post(OWN + "/" + id + ":replay").then().statusCode(202);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestTopics.readRaw(TYPE)).anySatisfy(message -> {
                    assertThat(message.key()).isEqualTo(key);
                    assertThat(message.value()).isNull();
                }));
    }

    @Test
    void shouldSendTheOldestAgainUpToABound() {
        byte[] first = random((byte) 1);
        letter(bytes("k"), "a.type", first);
        execute("""
                insert into dead_letter (id, topic, partition, "offset", key, type, payload, reason)
                select ('ffffffff-ffff-7fff-8fff-' || lpad(n::text, 12, '0'))::uuid,
                       'attune.rankings', 5, n, 'k', 'a.type', 'many', 'unreadable'
                from generate_series(1, 100) as n""");

        admin().header("Idempotency-Key", "all-1")
                .post(OWN + ":replay")
                .then()
                .statusCode(202)
                .body("replayed", equalTo(100))
                .body("remaining", equalTo(1));

        sent(first);
        admin().get(OWN).then().body("items.offset", equalTo(List.of(100)));
        // The same request once more: the same answer, and nothing done.
        admin().header("Idempotency-Key", "all-1")
                .post(OWN + ":replay")
                .then()
                .statusCode(202)
                .body("replayed", equalTo(100));
        admin().get(OWN).then().body("items.size()", equalTo(1));
        admin().post(OWN + ":replay")
                .then()
                .statusCode(202)
                .body("replayed", equalTo(1))
                .body("remaining", equalTo(0));
        admin().post(OWN + ":replay").then().statusCode(202).body("replayed", equalTo(0));
    }

    @Test
    void shouldDiscardOne() {
        String one = letter("1");
        String other = letter("2");

        admin().delete(OWN + "/" + one).then().statusCode(204);

        admin().delete(OWN + "/" + one).then().statusCode(404).contentType(PROBLEM);
        admin().get(OWN).then().body("items.id", not(hasItem(one))).body("items.id", hasItem(other));
    }

    @Test
    void shouldBeForAdminsAlone() {
        String id = letter("1");
        RequestSpecification curator =
                given().urlEncodingEnabled(false).header("Authorization", bearer("curator", "cora", "*"));
        curator.get(OWN).then().statusCode(403).contentType(PROBLEM);
        curator.get(OWN + "/" + id).then().statusCode(403);
        curator.post(OWN + "/" + id + ":replay").then().statusCode(403);
        curator.post(OWN + ":replay").then().statusCode(403);
        curator.delete(OWN + "/" + id).then().statusCode(403);
        given().get(OWN).then().statusCode(401);
        admin().get(OWN + "/" + id).then().statusCode(200);
    }

    @Test
    void shouldAnswerForNoOtherService() {
        String id = letter("1");
        String other = "/v1/dead-letters/ranking";
        admin().get(other).then().statusCode(404).contentType(PROBLEM);
        admin().get(other + "/" + id).then().statusCode(404);
        admin().post(other + "/" + id + ":replay").then().statusCode(404);
        admin().post(other + ":replay").then().statusCode(404);
        admin().delete(other + "/" + id).then().statusCode(404);
        admin().get(OWN + "/" + UUID.randomUUID()).then().statusCode(404);
        admin().get(OWN + "/nonsense").then().statusCode(404).contentType(PROBLEM);
        admin().get(OWN + "/" + id).then().statusCode(200);
    }

    private String letter(String payload) {
        return letter(bytes("key"), "a.type", bytes(payload));
    }

    /** Lets a consumer meet a message that it cannot read. */
    private String letter(byte @Nullable [] key, @Nullable String type, byte @Nullable [] payload) {
        TopicPartition partition = new TopicPartition(TYPE.topic(), 3);
        ConsumerRecord<byte[], byte[]> item =
                new ConsumerRecord<>(TYPE.topic(), 3, OFFSETS.getAndIncrement(), key, payload);
        if (type != null) {
            item.headers().add("ce_type", bytes(type));
        }
        consumer.consume(
                        new ConsumerRecords<>(Map.of(partition, List.of(item)), Map.of()),
                        MessageType.JUDGMENT_RECORDED,
                        JudgmentRecorded.class,
                        batch -> Uni.createFrom().voidItem())
                .await()
                .atMost(PATIENCE);
        return admin().get(OWN + "?limit=500")
                .then()
                .extract()
                .path("items.find { it.offset == " + item.offset() + " }.id");
    }

    private static ConsumerRecord<byte[], byte[]> sent(byte[] payload) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TestTopics.readRaw(TYPE).stream()
                                .filter(message -> Arrays.equals(message.value(), payload))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private static RequestSpecification admin() {
        return given().urlEncodingEnabled(false).header("Authorization", bearer("admin", "root", "*"));
    }

    private static byte[] random(byte first) {
        UUID id = UUID.randomUUID();
        return ByteBuffer.allocate(18)
                .put(first)
                .put((byte) 0)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
