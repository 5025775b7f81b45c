package dev.attune.ranking.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.ranking.judgment.Answer;
import dev.attune.ranking.judgment.RecordJudgment;
import dev.attune.ranking.testing.Raters;
import dev.attune.ranking.testing.TestConfig;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many raters at once. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OverlapQuarkusTest {

    private static final int RATERS = 50;

    private static final String LARGEST_LOAD = """
            select coalesce(max(given), 0)::bigint from (
                select (select count(*) from judgment j
                        where j.comparison_id = c.id and j.origin = 'human' and j.outcome <> 'skip')
                     + (select count(*) from lease l
                        where l.comparison_id = c.id and l.expires_at > clock_timestamp()) as given
                from comparison c where c.dataset = $1) as loads""";

    private static final String SMALLEST_COUNT = """
            select min(given)::bigint from (
                select (select count(*) from judgment j
                        where j.comparison_id = c.id and j.origin = 'human' and j.outcome <> 'skip') as given
                from comparison c where c.dataset = $1) as loads""";

    @Inject
    TestPlatform platform;

    @Inject
    Erasures erasures;

    @Inject
    LeaseStore leases;

    @Inject
    Transactions transactions;

    @Inject
    RecordJudgment recordJudgment;

    @Inject
    RandomGenerator random;

    @Test
    void shouldNeverPassAnOverlapOfOne() {
        shouldFillTheOverlapAndNeverPassIt(1, 60);
    }

    @Test
    void shouldNeverPassAnOverlapOfThree() {
        shouldFillTheOverlapAndNeverPassIt(3, 30);
    }

    @Test
    void shouldLetAllRatersInWhoFitOnOneComparison() {
        TestTurn turn = TestTurn.withResponses(2);
        platform.apply(turn.complete());
        NextComparison next = nextComparison(RATERS - 1);
        Queue<Optional<Assignment>> answers = new ConcurrentLinkedQueue<>();
        allAtOnce(rater -> answers.add(TestPlatform.await(next.find(turn.dataset(), "rater-" + rater))));
        assertThat(answers.stream().filter(Optional::isPresent)).hasSize(RATERS - 1);
    }

    @Test
    void shouldGiveEachComparisonOnceOverHttp() {
        TestTurn turn = TestTurn.withResponses(5);
        platform.apply(turn.complete());
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        allAtOnce(rater -> {
            var response = Raters.ask("rater-" + rater, turn.dataset()).extract();
            statuses.add(response.statusCode());
            if (response.statusCode() == 200) {
                taken.add(response.path("comparison"));
            }
        });
        assertThat(taken).hasSize(10).doesNotHaveDuplicates();
        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(RATERS - 10);
    }

    @Test
    void shouldRankAllOfManyJudgmentsOfOneTurn() {
        TestTurn turn = TestTurn.withResponses(6);
        platform.apply(turn.complete());
        platform.apply(turn.scoredBy(0, 0, 0, 0, 0, 0));
        NextComparison next = nextComparison(3);
        allAtOnce(rater -> work(next, turn.dataset(), "rater-" + rater));
        TurnRanked ranking = platform.ranking(turn).orElseThrow();
        assertThat(ranking.pairs())
                .hasSize(15)
                .allSatisfy(pair -> assertThat(pair.human().total()).isEqualTo(3));
        assertThat(ranking.revision()).isEqualTo(46);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.read(MessageType.TURN_RANKED, TurnRanked.class).stream()
                                .filter(message -> message.turnId().equals(turn.id()))
                                .map(TurnRanked::revision))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 46).boxed().toList()));
    }

    private void shouldFillTheOverlapAndNeverPassIt(int overlap, int turns) {
        String dataset = TestTurn.newDataset();
        platform.apply(IntStream.range(0, turns)
                .mapToObj(item -> TestTurn.in(dataset, 2 + item % 2).complete())
                .toArray(TurnChanged[]::new));
        NextComparison next = nextComparison(overlap);
        Queue<Long> loads = new ConcurrentLinkedQueue<>();
        AtomicBoolean finished = new AtomicBoolean();
        Thread observer = Thread.startVirtualThread(() -> {
            while (!finished.get()) {
                loads.add(platform.number(LARGEST_LOAD, dataset));
            }
        });
        allAtOnce(rater -> work(next, dataset, "rater-" + rater));
        finished.set(true);
        join(observer);
        assertThat(loads)
                .hasSizeGreaterThan(3)
                .allSatisfy(load -> assertThat(load).isLessThanOrEqualTo(overlap));
        assertThat(platform.number(LARGEST_LOAD, dataset)).isEqualTo(overlap);
        assertThat(platform.number(SMALLEST_COUNT, dataset)).isEqualTo(overlap);
        assertThat(platform.number("select count(*) from lease where dataset = $1", dataset))
                .isZero();
        assertThat(platform.number(
                        "select count(*) from comparison where dataset = $1 and judgments <> $2", dataset, overlap))
                .isZero();
    }

    /** A rater works until there is nothing left. Everybody asks twice, as people do who reload a page. */
    private void work(NextComparison next, String dataset, String rater) {
        while (true) {
            Optional<Assignment> given = TestPlatform.await(next.find(dataset, rater));
            if (given.isEmpty()) {
                return;
            }
            assertThat(TestPlatform.await(next.find(dataset, rater))).isEqualTo(given);
            Outcome outcome = List.of(Outcome.LEFT, Outcome.RIGHT, Outcome.TIE, Outcome.BOTH_BAD)
                    .get(ThreadLocalRandom.current().nextInt(4));
            Answer answer = new Answer(given.get().comparison(), outcome, null, List.of(), null, null);
            platform.run(connection ->
                    recordJudgment.record(connection, rater, new DatasetAccess(false, Set.of(dataset)), answer));
        }
    }

    private NextComparison nextComparison(int overlap) {
        return new NextComparison(
                erasures, leases, transactions, new TestConfig(overlap, Duration.ofMinutes(10)), random);
    }

    private static void allAtOnce(IntConsumer rater) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all = IntStream.range(0, RATERS)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        rater.accept(number);
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
