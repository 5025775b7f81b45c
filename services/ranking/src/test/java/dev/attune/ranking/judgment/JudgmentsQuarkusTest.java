package dev.attune.ranking.judgment;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.ranking.testing.Raters;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class JudgmentsQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    TestPlatform platform;

    @Test
    void shouldRecordAnAnswerAndRankTheTurnAnew() {
        TestTurn turn = scoredTurn();
        Map<String, Object> task =
                Raters.ask("ann", turn.dataset()).extract().jsonPath().getMap("");
        UUID left = responseOf(turn, task.get("left"));
        UUID right = responseOf(turn, task.get("right"));
        Map<String, Object> answer = new HashMap<>(Map.of(
                "comparison",
                task.get("comparison"),
                "outcome",
                "left",
                "degree",
                2,
                "reasons",
                List.of("names the feeling first", "concrete"),
                "comment",
                "The right one lectures.",
                "seconds",
                42));
        String id = Raters.judge("ann", turn.dataset(), answer)
                .statusCode(201)
                .body("judgment", notNullValue())
                .body("comparison", equalTo(task.get("comparison")))
                .body("dataset", equalTo(turn.dataset()))
                .body("rater", equalTo("ann"))
                .body("origin", equalTo("human"))
                .body("outcome", equalTo("left"))
                .body("degree", equalTo(2))
                .body("reasons", contains("names the feeling first", "concrete"))
                .body("comment", equalTo("The right one lectures."))
                .body("seconds", equalTo(42))
                .body("createdAt", notNullValue())
                .extract()
                .path("judgment");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(recorded(turn)).singleElement().satisfies(message -> {
                assertThat(message.judgmentId()).isEqualTo(UUID.fromString(id));
                assertThat(message.comparisonId().toString()).isEqualTo(task.get("comparison"));
                assertThat(message.rater()).isEqualTo("ann");
                assertThat(message.origin()).isEqualTo(JudgmentOrigin.HUMAN);
                assertThat(message.outcome()).isEqualTo(Outcome.LEFT);
                assertThat(message.left()).isEqualTo(left);
                assertThat(message.right()).isEqualTo(right);
                assertThat(message.degree()).isEqualTo(2);
                assertThat(message.at())
                        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            });
            assertThat(ranked(turn)).hasSize(2);
        });
        TurnRanked last = ranked(turn).getLast();
        PairEstimate pair = last.pairs().getFirst();
        boolean first = left.equals(turn.response(0));
        assertThat(last.revision()).isEqualTo(2);
        assertThat(last.strengths().getFirst().responseId()).isEqualTo(left);
        assertThat(pair.human()).isEqualTo(first ? new Tally(1, 0, 0, 0) : new Tally(0, 1, 0, 0));
        assertThat(pair.imported()).isEqualTo(Tally.NONE);
        assertThat(pair.judgments()).containsExactly(UUID.fromString(id));
        assertThat(pair.probability()).matches(value -> first ? value > 0.5 : value < 0.5);
    }

    @Test
    void shouldCountBothBadWithoutChangingStrengths() {
        TestTurn turn = scoredTurn();
        TurnRanked before = platform.ranking(turn).orElseThrow();
        Raters.judge("ann", turn.dataset(), Raters.take("ann", turn.dataset()), "both_bad")
                .statusCode(201);
        TurnRanked after = platform.ranking(turn).orElseThrow();
        assertThat(after.revision()).isEqualTo(2);
        assertThat(after.strengths()).isEqualTo(before.strengths());
        assertThat(after.pairs().getFirst().human()).isEqualTo(new Tally(0, 0, 0, 1));
        assertThat(after.pairs().getFirst().judgments()).hasSize(1);
    }

    @Test
    void shouldOfferToOthersWhatWasSkipped() {
        TestTurn turn = scoredTurn();
        String comparison = Raters.take("ann", turn.dataset());
        Raters.judge("ann", turn.dataset(), comparison, "skip").statusCode(201).body("outcome", equalTo("skip"));
        Raters.ask("ann", turn.dataset()).statusCode(204);
        assertThat(platform.ranking(turn).orElseThrow().revision()).isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorded(turn))
                        .extracting(JudgmentRecorded::outcome)
                        .containsExactly(Outcome.SKIP));
        assertThat(Raters.take("bob", turn.dataset())).isEqualTo(comparison);
        Raters.judge("bob", turn.dataset(), comparison, "tie").statusCode(201);
        TurnRanked ranking = platform.ranking(turn).orElseThrow();
        assertThat(ranking.revision()).isEqualTo(2);
        assertThat(ranking.pairs().getFirst().human()).isEqualTo(new Tally(0, 0, 1, 0));
        assertThat(ranking.pairs().getFirst().judgments()).hasSize(1);
        Raters.ask("carl", turn.dataset()).statusCode(204);
    }

    @Test
    void shouldRankJudgmentsThatCameBeforeTheScores() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        Raters.judge("ann", turn.dataset(), Raters.take("ann", turn.dataset()), "tie")
                .statusCode(201);
        assertThat(platform.ranking(turn)).isEmpty();
        platform.apply(turn.scoredBy(1, 0));
        TurnRanked ranking = platform.ranking(turn).orElseThrow();
        assertThat(ranking.revision()).isEqualTo(1);
        assertThat(ranking.pairs().getFirst().human()).isEqualTo(new Tally(0, 0, 1, 0));
    }

    @Test
    void shouldNeedTheCallersLiveLease() {
        TestTurn turn = scoredTurn();
        String comparison = Raters.take("ann", turn.dataset());
        Raters.judge("bob", turn.dataset(), comparison, "left")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("no live lease"));
        Raters.judge("ann", turn.dataset(), comparison, "left").statusCode(201);
        Raters.judge("ann", turn.dataset(), comparison, "right")
                .statusCode(409)
                .body("detail", equalTo("already judged"));
        Raters.judge("ann", "another", comparison, "left").statusCode(404);
        Raters.judge("ann", turn.dataset(), Ids.next().toString(), "left").statusCode(404);
        assertThat(platform.number("select count(*) from judgment where turn_id = $1", turn.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldAnswerARepetitionWithTheFirstAnswer() {
        TestTurn turn = scoredTurn();
        String comparison = Raters.take("ann", turn.dataset());
        String key = UUID.randomUUID().toString();
        String first =
                keyed(turn, key, comparison, "left").statusCode(201).extract().asString();
        assertThat(keyed(turn, key, comparison, "left")
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        keyed(turn, key, comparison, "right").statusCode(422);
        assertThat(platform.number("select count(*) from judgment where turn_id = $1", turn.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldForgetTheKeyOfARefusedAnswer() {
        TestTurn turn = scoredTurn();
        String comparison = Raters.take("ann", turn.dataset());
        platform.sql("update lease set expires_at = now() - interval '1 second' where dataset = $1", turn.dataset());
        String key = UUID.randomUUID().toString();
        keyed(turn, key, comparison, "left").statusCode(409);
        assertThat(Raters.take("ann", turn.dataset())).isEqualTo(comparison);
        keyed(turn, key, comparison, "left").statusCode(201);
    }

    @Test
    void shouldStayAliveAfterManyRefusals() {
        TestTurn turn = scoredTurn();
        String comparison = Raters.take("ann", turn.dataset());
        for (int time = 0; time < 20; time++) {
            keyed(turn, "x".repeat(201), comparison, "left").statusCode(400);
        }
        Raters.judge("ann", turn.dataset(), comparison, "left").statusCode(201);
    }

    @Test
    void shouldRefuseBadAnswers() {
        TestTurn turn = scoredTurn();
        String comparison = Raters.take("ann", turn.dataset());
        Map<String, Object> good = Map.of("comparison", comparison, "outcome", "left");
        refused(turn, Map.of("outcome", "left"), "/comparison");
        refused(turn, Map.of("comparison", comparison), "/outcome");
        refused(turn, with(good, "comparison", "x"), "/comparison");
        refused(turn, with(good, "outcome", "maybe"), "/outcome");
        refused(turn, with(good, "degree", 0), "/degree");
        refused(turn, with(good, "degree", 4), "/degree");
        refused(turn, with(good, "reasons", Collections.nCopies(11, "because")), "/reasons");
        refused(turn, with(good, "reasons", List.of("because", "x".repeat(201))), "/reasons/1");
        refused(turn, with(good, "reasons", List.of(" ")), "/reasons/0");
        refused(turn, with(good, "comment", "x".repeat(2001)), "/comment");
        refused(turn, with(good, "comment", "a\u0000b"), "/comment");
        refused(turn, with(good, "seconds", -1), "/seconds");
        refused(turn, with(good, "rater", "bob"), "/rater");
        Raters.judge("ann", turn.dataset(), with(good, "comment", "line one\nline two ü"))
                .statusCode(201)
                .body("comment", equalTo("line one\nline two ü"));
    }

    @Test
    void shouldLetOnlyRatersJudge() {
        TestTurn turn = scoredTurn();
        for (String role : List.of("reviewer", "curator")) {
            given().header("Authorization", bearer(role, "rita", "*"))
                    .contentType(ContentType.JSON)
                    .body(Map.of("comparison", Ids.next().toString(), "outcome", "left"))
                    .post("/v1/judgments")
                    .then()
                    .statusCode(403);
        }
        assertThat(platform.number("select count(*) from judgment where turn_id = $1", turn.id()))
                .isZero();
    }

    @Test
    void shouldShowRatersTheOwnJudgmentsAlone() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(turn.complete(turn.prefers(0, 1)));
        String ofAnn = judged("ann", turn);
        String ofBob = judged("bob", turn);
        String path = "/v1/judgments?dataset=" + turn.dataset();
        Raters.get("rater", "ann", turn.dataset(), path)
                .statusCode(200)
                .body("items.judgment", contains(ofAnn))
                .body("items[0].size()", equalTo(8));
        Raters.get("rater", "dora", turn.dataset(), path).statusCode(200).body("items", hasSize(0));
        Raters.get("rater", "ann", turn.dataset(), "/v1/judgments/" + ofAnn).statusCode(200);
        Raters.get("rater", "ann", turn.dataset(), "/v1/judgments/" + ofBob).statusCode(404);
        for (String role : List.of("reviewer", "curator", "admin")) {
            Raters.get(role, "rita", turn.dataset(), path)
                    .statusCode(200)
                    .body("items", hasSize(3))
                    .body("items.judgment", hasItem(ofBob))
                    .body("items.origin", contains("imported", "human", "human"))
                    .body("items[0].left", equalTo(turn.response(0).toString()))
                    .body("items[0].right", equalTo(turn.response(1).toString()))
                    .body("items[0].turn", equalTo(turn.id().toString()));
            Raters.get(role, "rita", turn.dataset(), "/v1/judgments/" + ofBob)
                    .statusCode(200)
                    .body("rater", equalTo("bob"));
        }
    }

    @Test
    void shouldHoldDatasetsApart() {
        TestTurn turn = scoredTurn();
        String judgment = judged("ann", turn);
        Raters.get("reviewer", "rita", "another", "/v1/judgments?dataset=" + turn.dataset())
                .statusCode(403);
        Raters.get("reviewer", "rita", "another", "/v1/judgments/" + judgment).statusCode(404);
        Raters.get("rater", "ann", "another", "/v1/judgments/" + judgment).statusCode(404);
        Raters.get("reviewer", "rita", turn.dataset(), "/v1/judgments").statusCode(400);
        Raters.get("reviewer", "rita", "*", "/v1/judgments/" + Ids.next()).statusCode(404);
        given().get("/v1/judgments?dataset=" + turn.dataset()).then().statusCode(401);
    }

    @Test
    void shouldPageJudgments() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(turn.complete());
        List<String> judged = List.of(judged("ann", turn), judged("ann", turn), judged("ann", turn));
        for (String role : List.of("rater", "reviewer")) {
            String path = "/v1/judgments?limit=2&dataset=" + turn.dataset();
            String next = Raters.get(role, "ann", turn.dataset(), path)
                    .statusCode(200)
                    .body("items.judgment", equalTo(judged.subList(0, 2)))
                    .extract()
                    .path("next");
            Raters.get(role, "ann", turn.dataset(), path + "&after=" + next)
                    .statusCode(200)
                    .body("items.judgment", equalTo(judged.subList(2, 3)))
                    .body("next", equalTo(null));
        }
    }

    private TestTurn scoredTurn() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        platform.apply(turn.scoredBy(1, 1));
        return turn;
    }

    private static String judged(String rater, TestTurn turn) {
        return Raters.judge(rater, turn.dataset(), Raters.take(rater, turn.dataset()), "left")
                .statusCode(201)
                .extract()
                .path("judgment");
    }

    private static UUID responseOf(TestTurn turn, @Nullable Object side) {
        return turn.responses().stream()
                .filter(response -> Map.of("text", TestTurn.textOf(response)).equals(side))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> answer, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(answer);
        changed.put(field, value);
        return changed;
    }

    private static void refused(TestTurn turn, Map<String, Object> answer, String pointer) {
        Raters.judge("ann", turn.dataset(), answer)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse keyed(TestTurn turn, String key, String comparison, String outcome) {
        return given().header("Authorization", bearer("rater", "ann", turn.dataset()))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("comparison", comparison, "outcome", outcome))
                .post("/v1/judgments")
                .then();
    }

    private static List<JudgmentRecorded> recorded(TestTurn turn) {
        return TestTopics.read(MessageType.JUDGMENT_RECORDED, JudgmentRecorded.class).stream()
                .filter(message -> message.turnId().equals(turn.id()))
                .toList();
    }

    private static List<TurnRanked> ranked(TestTurn turn) {
        return TestTopics.read(MessageType.TURN_RANKED, TurnRanked.class).stream()
                .filter(message -> message.turnId().equals(turn.id()))
                .toList();
    }
}
