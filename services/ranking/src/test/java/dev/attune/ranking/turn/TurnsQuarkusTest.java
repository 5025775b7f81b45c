package dev.attune.ranking.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.Strength;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnState;
import dev.attune.ranking.testing.Raters;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of turns and scores, in whatever order they come. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TurnsQuarkusTest {

    @Inject
    TestPlatform platform;

    @Test
    void shouldMakeAComparisonOfEveryPairOfACompleteTurn() {
        TestTurn turn = TestTurn.withResponses(4);
        platform.apply(turn.changed(1, TurnState.OPEN, turn.responses()));
        assertThat(comparisons(turn)).isZero();
        platform.apply(turn.changed(2, TurnState.COMPLETE, turn.responses()));
        platform.apply(turn.changed(3, TurnState.COMPLETE, turn.responses()));
        assertThat(comparisons(turn)).isEqualTo(6);
        TestTurn lonely = TestTurn.withResponses(1);
        platform.apply(lonely.complete());
        assertThat(comparisons(lonely)).isZero();
    }

    @Test
    void shouldRankOnceScored() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(turn.complete());
        assertThat(platform.ranking(turn)).isEmpty();
        platform.apply(turn.scoredBy(1, 4, 1));
        TurnRanked ranking = platform.ranking(turn).orElseThrow();
        assertThat(ranking.dataset()).isEqualTo(turn.dataset());
        assertThat(ranking.conversationId()).isEqualTo(turn.conversation());
        assertThat(ranking.turnRevision()).isEqualTo(1);
        assertThat(ranking.scoreRevision()).isEqualTo(1);
        assertThat(ranking.revision()).isEqualTo(1);
        assertThat(ranking.model()).isEqualTo("model@1");
        assertThat(ranking.strengths())
                .extracting(Strength::responseId)
                .containsExactly(turn.response(1), turn.response(0), turn.response(2));
        assertThat(ranking.strengths()).extracting(Strength::value).containsExactly(2.0, -1.0, -1.0);
        assertThat(ranking.pairs()).hasSize(3);
    }

    @Test
    void shouldNotDependOnTheOrderOfMessages() {
        List<Object> seen = new ArrayList<>();
        for (List<Integer> order : permutations(4)) {
            TestTurn turn = TestTurn.withResponses(3);
            List<Record> messages = List.of(
                    turn.changed(1, TurnState.OPEN, turn.responses().subList(0, 2)),
                    turn.changed(2, TurnState.COMPLETE, turn.responses(), turn.prefers(1, 0)),
                    turn.scored(1, 1, 0, 0),
                    turn.scored(2, 2, 0.5, 1.5, -2));
            order.forEach(item -> deliver(messages.get(item)));
            order.forEach(item -> deliver(messages.get(item)));
            TurnRanked ranking = platform.ranking(turn).orElseThrow();
            seen.add(List.of(
                    ranking.revision(),
                    ranking.turnRevision(),
                    ranking.scoreRevision(),
                    ranking.strengths().stream().map(Strength::value).toList(),
                    ranking.strengths().stream()
                            .map(strength -> turn.responses().indexOf(strength.responseId()))
                            .toList(),
                    ranking.pairs().stream()
                            .map(pair -> List.of(pair.probability(), pair.human(), pair.imported()))
                            .toList()));
        }
        assertThat(seen).hasSize(24);
        assertThat(seen.stream().distinct()).hasSize(1);
    }

    @Test
    void shouldWaitForTheRevisionThatWasScored() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        platform.apply(turn.scored(1, 2, 1, 0));
        assertThat(platform.ranking(turn)).isEmpty();
        platform.apply(turn.changed(2, TurnState.COMPLETE, turn.responses()));
        assertThat(platform.ranking(turn)).isPresent();
        platform.apply(turn.changed(3, TurnState.COMPLETE, turn.responses()));
        assertThat(platform.ranking(turn).orElseThrow().turnRevision()).isEqualTo(2);
        platform.apply(turn.scored(2, 3, 1, 0));
        assertThat(platform.ranking(turn).orElseThrow().turnRevision()).isEqualTo(3);
        assertThat(platform.ranking(turn).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void shouldNotRankWhereAResponseIsNotScored() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(turn.complete());
        platform.apply(turn.scoredBy(1, 0));
        assertThat(platform.ranking(turn)).isEmpty();
    }

    @Test
    void shouldRankWhatComesAtTheSameMoment() {
        List<TestTurn> turns = IntStream.range(0, 100)
                .mapToObj(item -> TestTurn.withResponses(2))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int start = 0; start < turns.size(); start += 5) {
                List<TestTurn> some = turns.subList(start, start + 5);
                CompletableFuture<?>[] both = {
                    CompletableFuture.runAsync(
                            () -> platform.apply(
                                    some.stream().map(TestTurn::complete).toArray(TurnChanged[]::new)),
                            threads),
                    CompletableFuture.runAsync(
                            () -> platform.apply(some.reversed().stream()
                                    .map(turn -> turn.scoredBy(1, 0))
                                    .toArray(TurnScored[]::new)),
                            threads)
                };
                CompletableFuture.allOf(both).join();
            }
        }
        assertThat(turns).allSatisfy(turn -> assertThat(platform.ranking(turn)).isPresent());
    }

    @Test
    void shouldMakeJudgmentsOfImportedPreferencesOnce() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(
                turn.complete(turn.prefers(2, 0)), TestTurn.withResponses(2).complete());
        platform.apply(turn.scoredBy(0, 0, 0));
        platform.apply(turn.changed(2, TurnState.COMPLETE, turn.responses(), turn.prefers(2, 0)));
        platform.apply(turn.scored(2, 2, 0, 0, 0));
        TurnRanked ranking = platform.ranking(turn).orElseThrow();
        assertThat(ranking.pairs())
                .filteredOn(
                        pair -> pair.a().equals(turn.response(0)) && pair.b().equals(turn.response(2)))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.imported()).isEqualTo(new Tally(0, 1, 0, 0));
                    assertThat(pair.human()).isEqualTo(Tally.NONE);
                    assertThat(pair.judgments()).hasSize(1);
                    assertThat(pair.probability()).isLessThan(0.5);
                });
        assertThat(ranking.strengths().getFirst().responseId()).isEqualTo(turn.response(2));
        assertThat(platform.number("select count(*) from judgment where turn_id = $1", turn.id()))
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(recorded(turn)).singleElement().satisfies(message -> {
            assertThat(message.origin()).isEqualTo(JudgmentOrigin.IMPORTED);
            assertThat(message.rater()).isNull();
            assertThat(message.outcome()).isEqualTo(Outcome.LEFT);
            assertThat(message.left()).isEqualTo(turn.response(2));
            assertThat(message.right()).isEqualTo(turn.response(0));
            assertThat(message.degree()).isNull();
            assertThat(message.conversationId()).isEqualTo(turn.conversation());
        }));
    }

    @Test
    void shouldIgnoreAPreferenceOfSomethingElse() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete(
                new TurnChanged.Preference(turn.response(0), Ids.next()),
                new TurnChanged.Preference(turn.response(0), turn.response(0))));
        assertThat(comparisons(turn)).isEqualTo(1);
        assertThat(platform.number("select count(*) from judgment where turn_id = $1", turn.id()))
                .isZero();
    }

    @Test
    void shouldWithdrawWhatNoLongerFitsTheTurn() {
        TestTurn turn = TestTurn.withResponses(3);
        platform.apply(turn.complete());
        platform.apply(turn.scoredBy(1, 0, 0));
        String comparison = Raters.take("ann", turn.dataset());
        platform.apply(turn.changed(2, TurnState.OPEN, turn.responses()));
        Raters.judge("ann", turn.dataset(), comparison, "left").statusCode(409);
        Raters.ask("ann", turn.dataset()).statusCode(204);
        List<UUID> fewer = turn.responses().subList(0, 2);
        platform.apply(turn.changed(3, TurnState.COMPLETE, fewer));
        assertThat(platform.number("select count(*) from comparison where turn_id = $1 and active", turn.id()))
                .isEqualTo(1);
        assertThat(comparisons(turn)).isEqualTo(3);
        platform.apply(turn.scored(2, 3, 1, 0));
        assertThat(platform.ranking(turn).orElseThrow().pairs()).hasSize(1);
        Raters.judge("ann", turn.dataset(), Raters.take("ann", turn.dataset()), "tie")
                .statusCode(201);
        Raters.ask("ann", turn.dataset()).statusCode(204);
        platform.apply(turn.changed(4, TurnState.COMPLETE, turn.responses()));
        Raters.ask("ann", turn.dataset()).statusCode(200);
    }

    private void deliver(Record message) {
        switch (message) {
            case TurnChanged turn -> platform.apply(turn);
            case TurnScored score -> platform.apply(score);
            default -> throw new IllegalArgumentException();
        }
    }

    private long comparisons(TestTurn turn) {
        return platform.number("select count(*) from comparison where turn_id = $1", turn.id());
    }

    private static List<JudgmentRecorded> recorded(TestTurn turn) {
        return TestTopics.read(MessageType.JUDGMENT_RECORDED, JudgmentRecorded.class).stream()
                .filter(message -> message.turnId().equals(turn.id()))
                .toList();
    }

    private static List<List<Integer>> permutations(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> smaller : permutations(size - 1)) {
            for (int place = 0; place < size; place++) {
                List<Integer> longer = new ArrayList<>(smaller);
                longer.add(place, size - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
