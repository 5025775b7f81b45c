package dev.attune.ranking.comparison;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.testing.Servers;
import dev.attune.ranking.testing.Raters;
import dev.attune.ranking.testing.TestConfig;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ComparisonsQuarkusTest {

    @Inject
    TestPlatform platform;

    @Inject
    Erasures erasures;

    @Inject
    LeaseStore leases;

    @Inject
    Transactions transactions;

    @Inject
    RandomGenerator random;

    @Test
    void shouldGiveABlindComparison() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        Instant asked = Instant.now();
        Map<String, Object> given = Raters.ask("ann", turn.dataset())
                .statusCode(200)
                .body("dataset", equalTo(turn.dataset()))
                .body("client", equalTo("What now?"))
                .body("history", hasSize(2))
                .body("history[0].role", equalTo("user"))
                .body("history[0].content", equalTo("I owe money."))
                .body("history[1].role", equalTo("assistant"))
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(given).containsOnlyKeys("comparison", "dataset", "expiresAt", "history", "client", "left", "right");
        assertThat(Instant.parse((String) given.get("expiresAt")))
                .isBetween(asked.plusSeconds(590), Instant.now().plusSeconds(610));
        assertThat(Set.of(given.get("left"), given.get("right")))
                .isEqualTo(Set.of(
                        Map.of("text", TestTurn.textOf(turn.response(0))),
                        Map.of("text", TestTurn.textOf(turn.response(1)))));
    }

    @Test
    void shouldGiveTheOwnLeaseAgain() {
        TestTurn turn = TestTurn.withResponses(4);
        platform.apply(turn.complete());
        String first = Raters.ask("ann", turn.dataset()).extract().asString();
        for (int time = 0; time < 5; time++) {
            assertThat(Raters.ask("ann", turn.dataset()).extract().asString()).isEqualTo(first);
        }
        assertThat(leaseCount(turn.dataset())).isEqualTo(1);
    }

    @Test
    void shouldGiveNobodyWhatAnotherHolds() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        Raters.take("ann", turn.dataset());
        Raters.ask("bob", turn.dataset()).statusCode(204);
    }

    @Test
    void shouldSayWhenThereIsNothing() {
        Raters.ask("ann", TestTurn.newDataset()).statusCode(204);
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        for (String role : List.of("reviewer", "curator")) {
            Raters.askAs(bearer(role, "rita", "*"), Map.of("dataset", turn.dataset()))
                    .statusCode(403);
        }
        Raters.askAs(bearer("rater", "ann", "another"), Map.of("dataset", turn.dataset()))
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of("dataset", turn.dataset()))
                .urlEncodingEnabled(false)
                .post("/v1/comparisons:next")
                .then()
                .statusCode(401);
        Raters.askAs(bearer("admin", "root", "*"), Map.of("dataset", turn.dataset()))
                .statusCode(200);
    }

    @Test
    void shouldKeepTheWorkOfDatasetsApart() {
        TestTurn one = TestTurn.withResponses(2);
        TestTurn other = TestTurn.withResponses(2);
        platform.apply(one.complete(), other.complete());
        String first = Raters.take("ann", one.dataset());
        String second = Raters.take("ann", other.dataset());
        assertThat(first).isNotEqualTo(second);
        assertThat(Raters.take("ann", one.dataset())).isEqualTo(first);
        Raters.judge("bob", other.dataset(), first, "left").statusCode(404);
    }

    @Test
    void shouldRefuseABadRequest() {
        for (String body : List.of(
                "{}", "{\"dataset\":\" \"}", "{\"dataset\":\"d\",\"colour\":1}", "{\"dataset\":\"d\\u0000\"}", "")) {
            Raters.askAs(bearer("rater", "ann", "*"), body).statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void shouldGiveOthersWhatHasExpired() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        String comparison = Raters.take("ann", turn.dataset());
        platform.sql("update lease set expires_at = now() - interval '1 second' where dataset = $1", turn.dataset());
        assertThat(Raters.take("bob", turn.dataset())).isEqualTo(comparison);
        assertThat(leaseCount(turn.dataset())).isEqualTo(1);
        Raters.judge("ann", turn.dataset(), comparison, "left")
                .statusCode(409)
                .body("detail", equalTo("no live lease"));
        Raters.ask("ann", turn.dataset()).statusCode(204);
        Raters.judge("bob", turn.dataset(), comparison, "left").statusCode(201);
    }

    @Test
    void shouldLeaseForTheConfiguredTime() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        NextComparison hasty = nextComparison(1, Duration.ofMillis(300));
        Assignment first = TestPlatform.await(hasty.find(turn.dataset(), "ann")).orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestPlatform.await(hasty.find(turn.dataset(), "bob")))
                        .map(Assignment::comparison)
                        .contains(first.comparison()));
    }

    @Test
    void shouldShuffleTheSides() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        NextComparison generous = nextComparison(1_000, Duration.ofMinutes(10));
        long onLeft = 0;
        for (int rater = 0; rater < 200; rater++) {
            Assignment given = TestPlatform.await(generous.find(turn.dataset(), "rater-" + rater))
                    .orElseThrow();
            assertThat(Set.of(given.left(), given.right())).hasSize(2);
            onLeft += given.left().equals(TestTurn.textOf(turn.response(0))) ? 1 : 0;
        }
        assertThat(onLeft).isBetween(60L, 140L);
        assertThat(platform.number(
                        "select count(*) from lease where dataset = $1 and left_response = $2",
                        turn.dataset(),
                        turn.response(0)))
                .isEqualTo(onLeft);
    }

    @Test
    void shouldGiveTheMostUrgentFirst() {
        String dataset = TestTurn.newDataset();
        TestTurn imported = TestTurn.in(dataset, 2);
        TestTurn older = TestTurn.in(dataset, 2);
        TestTurn newer = TestTurn.in(dataset, 2);
        platform.apply(imported.complete(imported.prefers(0, 1)));
        platform.apply(older.complete());
        platform.apply(newer.complete());
        NextComparison twice = nextComparison(2, Duration.ofMinutes(10));
        List<TestTurn> order = new ArrayList<>();
        Map<String, TestTurn> byText = Map.of(
                TestTurn.textOf(imported.response(0)),
                imported,
                TestTurn.textOf(imported.response(1)),
                imported,
                TestTurn.textOf(older.response(0)),
                older,
                TestTurn.textOf(older.response(1)),
                older,
                TestTurn.textOf(newer.response(0)),
                newer,
                TestTurn.textOf(newer.response(1)),
                newer);
        for (String rater : List.of("ann", "bob")) {
            while (true) {
                var given = TestPlatform.await(twice.find(dataset, rater));
                if (given.isEmpty()) {
                    break;
                }
                order.add(byText.get(given.get().left()));
                Raters.judge(rater, dataset, given.get().comparison().toString(), "tie")
                        .statusCode(201);
            }
        }
        assertThat(order).containsExactly(older, newer, imported, older, newer, imported);
    }

    @Test
    void shouldListComparisonsForReviewers() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(turn.complete(turn.prefers(0, 1)));
        Raters.judge("ann", turn.dataset(), Raters.take("ann", turn.dataset()), "left")
                .statusCode(201);
        Raters.judge("ann", turn.dataset(), Raters.take("ann", turn.dataset()), "skip")
                .statusCode(201);
        String path = "/v1/comparisons?limit=2&dataset=" + turn.dataset();
        String next = Raters.get("reviewer", "rita", turn.dataset(), path)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].turn", equalTo(turn.id().toString()))
                .body("items[0].dataset", equalTo(turn.dataset()))
                .body("items[0].active", equalTo(true))
                .body("items[0].createdAt", notNullValue())
                .extract()
                .path("next");
        Raters.get("curator", "carl", "*", path + "&after=" + next)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
        List<Map<String, Integer>> counts = Raters.get(
                        "reviewer", "rita", turn.dataset(), "/v1/comparisons?dataset=" + turn.dataset())
                .statusCode(200)
                .extract()
                .path("items.judgments");
        assertThat(counts.stream().mapToInt(count -> count.get("human")).sum()).isEqualTo(1);
        assertThat(counts.stream().mapToInt(count -> count.get("imported")).sum())
                .isEqualTo(1);
        assertThat(counts.stream().mapToInt(count -> count.get("skipped")).sum())
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseOthersTheList() {
        String dataset = TestTurn.newDataset();
        Raters.get("rater", "ann", dataset, "/v1/comparisons?dataset=" + dataset)
                .statusCode(403);
        Raters.get("reviewer", "rita", "another", "/v1/comparisons?dataset=" + dataset)
                .statusCode(403);
        Raters.get("reviewer", "rita", dataset, "/v1/comparisons").statusCode(400);
        Raters.get("reviewer", "rita", dataset, "/v1/comparisons?after=x&dataset=" + dataset)
                .statusCode(400);
        Raters.get("reviewer", "rita", dataset, "/v1/comparisons?limit=501&dataset=" + dataset)
                .statusCode(400);
    }

    @Test
    void shouldGiveOneLeaseToARaterWhoAsksManyTimesAtOnce() throws InterruptedException {
        TestTurn turn = TestTurn.withResponses(5);
        platform.apply(turn.complete());
        NextComparison next = nextComparison(1, Duration.ofMinutes(10));
        Set<Assignment> given = Collections.synchronizedSet(new HashSet<>());
        List<Thread> threads = new ArrayList<>();
        for (int ask = 0; ask < 40; ask++) {
            threads.add(Thread.startVirtualThread(() -> given.add(
                    TestPlatform.await(next.find(turn.dataset(), "ann")).orElseThrow())));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(given).hasSize(1);
        assertThat(leaseCount(turn.dataset())).isEqualTo(1);
    }

    private NextComparison nextComparison(int overlap, Duration lease) {
        return new NextComparison(erasures, leases, transactions, new TestConfig(overlap, lease), random);
    }

    private long leaseCount(String dataset) {
        return platform.number("select count(*) from lease where dataset = $1", dataset);
    }
}
