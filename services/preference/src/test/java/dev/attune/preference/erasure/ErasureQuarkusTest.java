package dev.attune.preference.erasure;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.preference.TestTurn.freshDataset;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.foundation.testing.Traces;
import dev.attune.model.message.ConversationErased;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.Feed;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Erased conversations: their pairs, and what snapshots and exports hold of them. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ErasureQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    private final String dataset = freshDataset();
    private final String word = "w" + UUID.randomUUID();
    private final TestTurn erased = TestTurn.of(dataset, word + " kind", word + " cold", word + " worse");
    private final TestTurn kept = TestTurn.of(dataset, "kind", "cold");

    @BeforeEach
    void feed() {
        feed.turns(erased.changed(1), kept.changed(1));
        feed.scores(erased.scored(1, 1), kept.scored(1, 1));
        feed.rankings(
                erased.ranked(
                        1,
                        1,
                        1,
                        erased.automated(0, 1, 0.95),
                        erased.automated(0, 2, 0.95),
                        erased.human(1, 2, 0.75, new Tally(1, 1, 0, 0))),
                kept.ranked(1, 1, 1, kept.automated(0, 1, 0.95)));
    }

    @Test
    void shouldLeaveOfASnapshotTheManifestAlone() {
        String before = freeze("before");
        String line = export(before, "trl-preference")
                .lines()
                .filter(pair -> !pair.contains(word))
                .findFirst()
                .orElseThrow();

        erase(erased);
        awaitErased(erased);

        assertThat(Traces.of(pool, word)).isEmpty();
        assertThat(Traces.of(pool, erased.conversationId().toString())).containsExactly("erased_conversation");
        assertThat(Traces.of(pool, erased.id().toString())).isEmpty();
        erased.responses()
                .forEach(response ->
                        assertThat(Traces.of(pool, response.toString())).isEmpty());
        snapshot(before)
                .body("state", equalTo("frozen"))
                .body("pairs", equalTo(3))
                .body("origins", equalTo(Map.of("automated", 3)))
                .body("quarantined", equalTo(Map.of("tie", 1)))
                .body("erased", equalTo(2))
                .body("erasedQuarantined", equalTo(1))
                .body("erasedAt", notNullValue());
        assertThat(export(before, "trl-preference")).isEqualTo(line + "\n");
        assertThat(export(before, "provenance"))
                .hasLineCount(1)
                .contains(kept.id().toString())
                .doesNotContain(erased.id().toString());
        get("/v1/snapshots/" + before + "/quarantine").body("items", hasSize(0));
        get("/v1/pairs?dataset=" + dataset).body("items", hasSize(1));
        snapshot(freeze("after"))
                .body("pairs", equalTo(1))
                .body("quarantined", equalTo(Map.of()))
                .body("erased", equalTo(0))
                .body("erasedQuarantined", equalTo(0))
                .body("erasedAt", nullValue());
    }

    @Test
    void shouldCountEveryErasureOnce() {
        String id = freeze("v1");
        erase(erased);
        erase(erased);
        erase(kept);
        awaitErased(erased);
        awaitErased(kept);

        snapshot(id).body("pairs", equalTo(3)).body("erased", equalTo(3)).body("erasedQuarantined", equalTo(1));
        assertThat(export(id, "trl-preference")).isEmpty();
    }

    @Test
    void shouldTakeNothingInOfAnErasedConversation() {
        erase(erased);
        awaitErased(erased);

        feed.rankings(
                erased.ranked(1, 1, 9, erased.automated(0, 1, 0.95)), kept.ranked(1, 1, 2, kept.automated(0, 1, 0.95)));
        feed.scores(erased.scored(1, 9));
        feed.turns(erased.changed(9));
        feed.turns(erased.changed(1), kept.changed(2));
        erase(erased);

        assertThat(Traces.of(pool, erased.id().toString())).isEmpty();
        assertThat(Traces.of(pool, word)).isEmpty();
        assertThat(Rows.count(pool, "select revision + ranking_revision from turn where id = $1", kept.id()))
                .isEqualTo(4);
    }

    @Test
    void shouldEraseWhileOthersFreezeAndFeed() throws Exception {
        List<TestTurn> turns = Stream.generate(() -> TestTurn.of(dataset, word + " kind", word + " cold"))
                .limit(40)
                .toList();
        feed.turns(turns.stream().map(turn -> turn.changed(1)).toArray(TurnChanged[]::new));
        List<String> snapshots = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            work.add(threads.submit(() ->
                    turns.forEach(turn -> feed.rankings(turn.ranked(1, 1, 1, turn.automated(0, 1, 0.95))))));
            work.add(threads.submit(() -> turns.forEach(turn -> feed.turns(turn.changed(2)))));
            work.add(threads.submit(() -> turns.forEach(ErasureQuarkusTest::erase)));
            for (int i = 0; i < 10; i++) {
                snapshots.add(freeze("s" + i));
            }
            for (Future<?> each : work) {
                each.get();
            }
        }
        erase(erased);
        turns.forEach(this::awaitErased);
        awaitErased(erased);

        assertThat(Traces.of(pool, word)).isEmpty();
        for (String id : snapshots) {
            int pairs = snapshot(id).extract().path("pairs");
            snapshot(id).body("erased", equalTo(pairs - 1));
            assertThat(export(id, "trl-preference")).hasLineCount(1);
        }
    }

    private String freeze(String name) {
        return given().header("Authorization", bearer("curator", "cora", dataset))
                .contentType(ContentType.JSON)
                .body(Map.of("dataset", dataset, "name", name))
                .post("/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse snapshot(String id) {
        return get("/v1/snapshots/" + id);
    }

    private String export(String id, String format) {
        return get("/v1/snapshots/" + id + "/export?format=" + format).extract().asString();
    }

    private ValidatableResponse get(String path) {
        return given().header("Authorization", bearer("curator", "cora", dataset))
                .get(path)
                .then()
                .statusCode(200);
    }

    private static void erase(TestTurn turn) {
        TestTopics.send(
                MessageType.CONVERSATION_ERASED,
                turn.conversationId(),
                new ConversationErased(turn.dataset(), turn.conversationId(), Instant.now()));
    }

    private void awaitErased(TestTurn turn) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Rows.count(
                                pool,
                                "select count(*) from erased_conversation where conversation_id = $1",
                                turn.conversationId()))
                        .isEqualTo(1));
    }
}
