package dev.attune.generation.erasure;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.freshName;
import static dev.attune.generation.Api.importInto;
import static dev.attune.generation.Api.messages;
import static dev.attune.generation.Api.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.foundation.testing.Traces;
import dev.attune.model.Ids;
import dev.attune.model.message.ConversationErased;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ErasureQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ROW = "{\"prompt\":\"%s\",\"chosen\":\"yes %s\",\"rejected\":\"no %s\"}\n";
    private static final String TALK = """
            {"dataset":"%s","id":"talk-1","turns":[
              {"client":"I owe a %s.","responses":[{"text":"That is hard."},{"text":"Pay it."}],
               "preferences":[{"chosen":0,"rejected":1}]},
              {"client":"So what now?"}]}""";

    @Inject
    Pool pool;

    @Test
    void shouldEraseAConversationAndTellOfItLast() {
        String dataset = freshDataset();
        String word = "w" + UUID.randomUUID();
        String id = talk(dataset, word);
        String other = talk(freshDataset(), word + "-other");
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));

        erase(dataset, id).statusCode(204);

        assertThat(Traces.of(pool, word + ".")).isEmpty();
        await().untilAsserted(() -> assertThat(Traces.of(pool, id)).containsExactly("erased_conversation"));
        assertThat(Traces.of(pool, word + "-other")).contains("turn");
        assertThat(rows("turn", "conversation_id", id)).isZero();
        as("reviewer", dataset).get("/v1/conversations/" + id).then().statusCode(404);
        as("reviewer", "*").get("/v1/conversations/" + other).then().statusCode(200);
        await().untilAsserted(() -> assertThat(erased(dataset)).hasSize(1));
        ConversationErased message = erased(dataset).getFirst();
        assertThat(message.conversationId()).hasToString(id);
        assertThat(message.at())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        List<String> types = TestTopics.readRaw(MessageType.TURN_CHANGED).stream()
                .filter(item -> id.equals(new String(item.key(), UTF_8)))
                .map(item -> new String(item.headers().lastHeader("ce_type").value(), UTF_8))
                .toList();
        assertThat(types)
                .containsExactly(
                        MessageType.TURN_CHANGED.type(),
                        MessageType.TURN_CHANGED.type(),
                        MessageType.CONVERSATION_ERASED.type());
        erase(dataset, id).statusCode(404);
        assertThat(erased(dataset)).hasSize(1);
    }

    @Test
    void shouldTakeAnErasedConversationAsANewOne() {
        String dataset = freshDataset();
        String id = talk(dataset, "loan");

        erase(dataset, id).statusCode(204);

        post(dataset, TALK.formatted(dataset, "loan"))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("accepted"))
                .body("conversation", not(equalTo(id)));
    }

    @Test
    void shouldForgetTheAnswerToAnErasedConversation() {
        String dataset = freshDataset();
        String key = "k-" + UUID.randomUUID();
        String first = keyed(dataset, key);
        assertThat(keyed(dataset, key)).isEqualTo(first);

        erase(dataset, first).statusCode(204);

        assertThat(keyed(dataset, key)).isNotEqualTo(first);
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        String dataset = freshDataset();
        String id = talk(dataset, "loan");

        for (String role : List.of("rater", "reviewer")) {
            as(role, "*").delete("/v1/conversations/" + id).then().statusCode(403);
            as(role, "*").delete("/v1/datasets/" + dataset).then().statusCode(403);
        }
        as("curator", "another").delete("/v1/conversations/" + id).then().statusCode(404);
        as("curator", "another").delete("/v1/datasets/" + dataset).then().statusCode(403);
        as("curator", "*").delete("/v1/conversations/" + Ids.next()).then().statusCode(404);
        as("curator", "*").delete("/v1/conversations/nonsense").then().statusCode(404);
        as("curator", "*").delete("/v1/datasets/" + freshName()).then().statusCode(404);
        as("curator", "*").delete("/v1/datasets/No Name").then().statusCode(404);
        as("reviewer", dataset).get("/v1/conversations/" + id).then().statusCode(200);
        as("admin", "*").delete("/v1/conversations/" + id).then().statusCode(204);
    }

    @Test
    void shouldEraseADatasetWithAllThatIsInIt() {
        String dataset = freshDataset();
        String word = "w" + UUID.randomUUID();
        String kept = talk(freshDataset(), "loan");
        StringBuilder body = new StringBuilder("x\n");
        for (int i = 0; i < 450; i++) {
            body.append(ROW.formatted(word + " " + i, word, word));
        }
        Object importId = importInto(dataset, "trl-preference", body.toString().getBytes(UTF_8))
                .getLast()
                .get("import");
        talk(dataset, word);

        as("curator", dataset).delete("/v1/datasets/" + dataset).then().statusCode(204);

        assertThat(Traces.of(pool, word)).isEmpty();
        for (String table : List.of("conversation", "turn", "import")) {
            assertThat(rows(table, "dataset", dataset)).as(table).isZero();
        }
        assertThat(rows("import_refusal", "import_id", String.valueOf(importId)))
                .isZero();
        as("curator", dataset).get("/v1/datasets/" + dataset).then().statusCode(404);
        as("curator", dataset).get("/v1/imports/" + importId).then().statusCode(404);
        as("curator", dataset).delete("/v1/datasets/" + dataset).then().statusCode(404);
        as("reviewer", "*").get("/v1/conversations/" + kept).then().statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(erased(dataset))
                        .extracting(ConversationErased::conversationId)
                        .doesNotHaveDuplicates()
                        .hasSize(451));
        // Its name is free again.
        as("curator", dataset)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"%s\",\"licence\":\"MIT\",\"anonymise\":false}".formatted(dataset))
                .post("/v1/datasets")
                .then()
                .statusCode(201);
        talk(dataset, word);
    }

    @Test
    @Tag("full")
    void shouldNeverFailThoseWhoSendMeanwhile() throws Exception {
        String dataset = freshDataset();
        Queue<Integer> posted = new ConcurrentLinkedQueue<>();
        BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
        Queue<String> gone = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int sender = 0; sender < 4; sender++) {
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        Response response = post(dataset, TALK.formatted(dataset, "loan"));
                        posted.add(response.statusCode());
                        if (response.statusCode() == 201) {
                            accepted.add(response.path("conversation"));
                        }
                    }
                }));
            }
            work.add(threads.submit(() -> {
                for (String id = next(accepted); id != null; id = next(accepted)) {
                    gone.add(id);
                    erase(dataset, id).statusCode(204);
                }
                return null;
            }));
            for (Future<?> each : work) {
                each.get();
            }
        }
        as("curator", dataset).delete("/v1/datasets/" + dataset).then().statusCode(204);

        assertThat(posted).isSubsetOf(200, 201);
        assertThat(gone).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        // Whatever was told of was there, and is told of as erased.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(erased(dataset).stream()
                                .map(ConversationErased::conversationId)
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(messages(dataset).stream()
                                .map(TurnChanged::conversationId)
                                .distinct()
                                .toList())
                        .doesNotHaveDuplicates());
        post(dataset, TALK.formatted(dataset, "loan")).then().statusCode(404);
    }

    @Test
    void shouldSendEveryTurnAgainAsItIs() {
        String dataset = freshDataset();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            body.append(ROW.formatted("row " + i, "a", "b"));
        }
        importInto(dataset, "trl-preference", body.toString().getBytes(UTF_8));
        String gone = talk(dataset, "loan");
        talk(freshDataset(), "loan");
        erase(dataset, gone).statusCode(204);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(dataset)).hasSize(122));

        as("admin", dataset)
                .urlEncodingEnabled(false)
                .post("/v1/datasets/" + dataset + ":republish")
                .then()
                .statusCode(202)
                .body("messages", equalTo(120));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(dataset)).hasSize(242));
        assertThat(messages(dataset).subList(0, 242).stream()
                        .filter(turn -> turn.importId() != null)
                        .distinct())
                .hasSize(120);
    }

    @Test
    void shouldLetAdminsAloneSendAgain() {
        String dataset = freshDataset();
        String path = "/v1/datasets/" + dataset + ":republish";
        as("curator", "*").urlEncodingEnabled(false).post(path).then().statusCode(403);
        as("admin", "another").urlEncodingEnabled(false).post(path).then().statusCode(403);
        String nowhere = freshName();
        as("admin", "*")
                .urlEncodingEnabled(false)
                .post("/v1/datasets/" + nowhere + ":republish")
                .then()
                .statusCode(404);
    }

    /** The next one that was accepted; null when no more come. */
    private static @Nullable String next(BlockingQueue<String> accepted) throws InterruptedException {
        return accepted.poll(2, TimeUnit.SECONDS);
    }

    private static String talk(String dataset, String word) {
        return post(dataset, TALK.formatted(dataset, word))
                .then()
                .statusCode(201)
                .extract()
                .path("conversation");
    }

    private static ValidatableResponse erase(String dataset, String id) {
        return as("curator", dataset).delete("/v1/conversations/" + id).then();
    }

    private static String keyed(String dataset, String key) {
        return as("curator", dataset)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"dataset\":\"%s\",\"turns\":[{\"client\":\"Hello there\"}]}".formatted(dataset))
                .post("/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("conversation");
    }

    private static List<ConversationErased> erased(String dataset) {
        return TestTopics.read(MessageType.CONVERSATION_ERASED, ConversationErased.class).stream()
                .filter(message -> message.dataset().equals(dataset))
                .toList();
    }

    private long rows(String table, String column, String value) {
        return pool.preparedQuery("select count(*) from %s where %s::text = $1".formatted(table, column))
                .execute(Tuple.of(value))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
