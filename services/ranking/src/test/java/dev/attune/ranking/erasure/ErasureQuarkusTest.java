package dev.attune.ranking.erasure;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.foundation.testing.Traces;
import dev.attune.model.message.ConversationErased;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnRanked;
import dev.attune.ranking.testing.Raters;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
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
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Erased conversations, and rankings and judgments that are sent again. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ErasureQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    TestPlatform platform;

    @Inject
    Pool pool;

    @Test
    void shouldForgetAConversationWithItsJudgmentsAndAnswers() {
        TestTurn turn = TestTurn.withResponses(3);
        TestTurn other = TestTurn.in(turn.dataset(), 2);
        platform.apply(turn.complete(turn.prefers(0, 1)));
        platform.apply(turn.scoredBy(3, 2, 1));
        String word = "w" + UUID.randomUUID();
        Map<String, Object> answer = answer(Raters.take("ann", turn.dataset()), word);
        String key = UUID.randomUUID().toString();
        keyed(turn, key, answer).statusCode(201);
        Raters.take("bob", turn.dataset());
        platform.apply(other.complete());
        platform.apply(other.scoredBy(1, 0));
        assertThat(Traces.of(pool, word)).contains("judgment", "idempotency");

        erase(turn);
        awaitErased(turn);

        assertThat(Traces.of(pool, word)).isEmpty();
        for (UUID response : turn.responses()) {
            assertThat(Traces.of(pool, response.toString())).isEmpty();
        }
        assertThat(Traces.of(pool, turn.id().toString())).isEmpty();
        assertThat(Traces.of(pool, other.conversation().toString())).contains("turn", "ranking");
        keyed(turn, key, answer).statusCode(404);
        given().header("Authorization", bearer("reviewer", "rita", turn.dataset()))
                .get("/v1/judgments?dataset=" + turn.dataset())
                .then()
                .body("items.size()", equalTo(0));
        // Whom the erasure took the work from gets other work.
        assertThat(Raters.take("bob", turn.dataset())).isNotNull();
    }

    @Test
    void shouldTakeNothingInOfAnErasedConversation() {
        TestTurn turn = TestTurn.withResponses(2);
        erase(turn);
        awaitErased(turn);

        TestTopics.send(MessageType.TURN_SCORED, turn.conversation(), turn.scoredBy(2, 1));
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversation(), turn.complete(turn.prefers(0, 1)));
        erase(turn);
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversation(), turn.complete());
        // Of the same partitions, so that it comes after all of them.
        TestTurn next = TestTurn.withResponses(2);
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversation(), next.complete());
        TestTopics.send(MessageType.TURN_SCORED, turn.conversation(), next.scoredBy(2, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(ranked(next)).hasSize(1));

        assertThat(Traces.of(pool, turn.conversation().toString())).containsExactly("erased_conversation");
        assertThat(Traces.of(pool, turn.id().toString())).isEmpty();
        assertThat(ranked(turn)).isEmpty();
    }

    @Test
    void shouldForgetAScoreThatCameWithoutItsTurn() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.scoredBy(2, 1));
        assertThat(Traces.of(pool, turn.id().toString())).contains("ranking", "score");

        erase(turn);
        awaitErased(turn);

        assertThat(Traces.of(pool, turn.id().toString())).isEmpty();
    }

    @Test
    @Tag("full")
    void shouldNeverFailARaterWhoIsJudgingMeanwhile() throws Exception {
        String dataset = TestTurn.newDataset();
        List<TestTurn> turns =
                Stream.generate(() -> TestTurn.in(dataset, 3)).limit(24).toList();
        for (TestTurn turn : turns) {
            platform.apply(turn.complete());
            platform.apply(turn.scoredBy(3, 2, 1));
        }
        Queue<Integer> asked = new ConcurrentLinkedQueue<>();
        Queue<Integer> judged = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int rater = 0; rater < 8; rater++) {
                String name = "rater-" + rater;
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 12; i++) {
                        var task = Raters.ask(name, dataset).extract();
                        asked.add(task.statusCode());
                        if (task.statusCode() == 200) {
                            judged.add(Raters.judge(name, dataset, task.path("comparison"), "left")
                                    .extract()
                                    .statusCode());
                        }
                    }
                }));
            }
            work.add(threads.submit(() -> {
                // The raters are at it before anything goes.
                await().atMost(SOON).until(() -> !judged.isEmpty());
                turns.forEach(ErasureQuarkusTest::erase);
            }));
            work.add(threads.submit(() -> turns.forEach(turn -> {
                platform.apply(turn.complete());
                platform.apply(turn.scored(2, 1, 1, 2, 3));
            })));
            for (Future<?> each : work) {
                each.get();
            }
        }

        assertThat(asked).isSubsetOf(200, 204);
        assertThat(judged).isNotEmpty().isSubsetOf(201, 404, 409);
        turns.forEach(this::awaitErased);
        assertThat(Traces.of(pool, dataset)).isEmpty();
        assertThat(platform.number("select count(*) from dead_letter where detail like '%deadlock%'"))
                .isZero();
    }

    @Test
    void shouldSendRankingsAndJudgmentsAgain() {
        TestTurn turn = TestTurn.withResponses(2);
        TestTurn imported = TestTurn.in(turn.dataset(), 2);
        TestTurn gone = TestTurn.in(turn.dataset(), 2);
        platform.apply(turn.complete(), imported.complete(imported.prefers(1, 0)), gone.complete());
        platform.apply(turn.scoredBy(2, 1), imported.scoredBy(2, 1), gone.scoredBy(2, 1));
        Raters.judge("ann", turn.dataset(), answer(Raters.take("ann", turn.dataset()), "clearer"))
                .statusCode(201);
        erase(gone);
        awaitErased(gone);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorded(turn.dataset())).hasSizeGreaterThanOrEqualTo(1));
        long judgments = platform.number("select count(*) from judgment where dataset = $1", turn.dataset());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.number("select count(*) from outbox"))
                        .isZero());
        List<JudgmentRecorded> before = recorded(turn.dataset());
        int rankings = ranked(imported).size();

        republish("admin", turn.dataset(), "?dataset=" + turn.dataset())
                .statusCode(202)
                .body("messages", equalTo(2 + (int) judgments));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorded(turn.dataset())).hasSize(before.size() + (int) judgments));
        assertThat(ranked(imported)).hasSize(rankings + 1);
        assertThat(ranked(imported).getLast()).isEqualTo(ranked(imported).get(rankings - 1));
        assertThat(before).containsAll(recorded(turn.dataset()));
    }

    @Test
    void shouldLetAdminsAloneSendAgain() {
        republish("curator", "*", "?dataset=d").statusCode(403);
        republish("admin", "another", "?dataset=d").statusCode(403);
        republish("admin", "*", "").statusCode(400);
        republish("admin", "*", "?dataset=nowhere").statusCode(202).body("messages", equalTo(0));
    }

    private static Map<String, Object> answer(String comparison, String comment) {
        return Map.of("comparison", comparison, "outcome", "left", "comment", comment, "reasons", List.of(comment));
    }

    private static ValidatableResponse keyed(TestTurn turn, String key, Map<String, Object> answer) {
        return given().header("Authorization", bearer("rater", "ann", turn.dataset()))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/v1/judgments")
                .then();
    }

    private static ValidatableResponse republish(String role, String datasets, String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", bearer(role, "root", datasets))
                .post("/v1/judgments:republish" + query)
                .then();
    }

    private static void erase(TestTurn turn) {
        TestTopics.send(
                MessageType.CONVERSATION_ERASED,
                turn.conversation(),
                new ConversationErased(turn.dataset(), turn.conversation(), Instant.now()));
    }

    private void awaitErased(TestTurn turn) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.number(
                                "select count(*) from erased_conversation where conversation_id = $1",
                                turn.conversation()))
                        .isEqualTo(1));
    }

    private static List<TurnRanked> ranked(TestTurn turn) {
        return TestTopics.read(MessageType.TURN_RANKED, TurnRanked.class).stream()
                .filter(message -> message.turnId().equals(turn.id()))
                .toList();
    }

    private static List<JudgmentRecorded> recorded(String dataset) {
        return TestTopics.read(MessageType.JUDGMENT_RECORDED, JudgmentRecorded.class).stream()
                .filter(message -> message.dataset().equals(dataset))
                .toList();
    }
}
