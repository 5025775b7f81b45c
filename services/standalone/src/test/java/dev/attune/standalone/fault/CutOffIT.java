package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.standalone.fault.Callers.Answer;
import dev.attune.standalone.fault.Sender.Sent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server hangs for a while: it refuses nothing and answers nothing. Callers are told so in time, and all is made up for. */
@Tag("full")
class CutOffIT {

    private static final Duration CUT = Duration.ofSeconds(20);
    /** Five seconds until a silence is one, two that a request is let wait in it, and what looking at it takes. */
    private static final long LONGEST_MILLIS = 10_000;

    private static final int CONVERSATIONS = 400;

    private final FaultPlatform platform = FaultPlatform.get();
    private final Site site = platform.site();

    @Test
    void shouldTurnRequestsAwayInTimeWhileTheDatabaseHangs() throws Exception {
        List<Answer> answers = cutOff("it-no-database", 11, site.postmaster().orElseThrow());

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(200, 204, 503);
            assertThat(answer.millis()).isLessThan(LONGEST_MILLIS);
        });
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .allSatisfy(answer -> assertThat(answer.mediaType()).startsWith("application/problem+json"))
                .extracting(Answer::to)
                .contains("generation", "scoring", "ranking", "preference");
    }

    @Test
    void shouldAnswerAsEverWhileTheBrokerHangs() throws Exception {
        List<Answer> answers =
                cutOff("it-no-broker", 12, platform.platform().process("broker").orElseThrow());

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(200, 204);
            assertThat(answer.millis()).isLessThan(LONGEST_MILLIS);
        });
    }

    private List<Answer> cutOff(String dataset, long seed, ProcessHandle server) throws Exception {
        new Kills(platform.platform(), site).awaitAllReady();
        Load load = new Load(seed, CONVERSATIONS, 30);
        Sender sender = new Sender(site, dataset, load);
        sender.createDataset();
        Callers callers = new Callers(site, dataset);
        assertThat(callers.callFor(Duration.ofSeconds(2)))
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 204));
        CompletableFuture<Sent> sending = sender.slowlyMeanwhile(() -> Duration.ofMillis(40));
        Thread.sleep(Duration.ofSeconds(2));

        List<Answer> answers;
        try (Halted ignored = Halted.of(server)) {
            answers = callers.callFor(CUT);
        }
        long start = System.nanoTime();
        Sent sent = sending.get(2, TimeUnit.MINUTES);
        new Ledger(site, dataset, load).awaitAgreement(Duration.ofMinutes(2));
        Duration settled = Duration.ofNanos(System.nanoTime() - start);

        assertThat(callers.callFor(Duration.ofSeconds(2)))
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 204));
        System.out.printf(
                "%s: cut off for %d s; of %d requests in that time %d got 503, the longest took %.1f s;"
                        + " %d conversations sent again %d times, settled %.1f s later%n",
                dataset,
                CUT.toSeconds(),
                answers.size(),
                answers.stream().filter(answer -> answer.status() == 503).count(),
                answers.stream().mapToLong(Answer::millis).max().orElse(0) / 1_000.0,
                CONVERSATIONS,
                sent.troubles().size(),
                settled.toMillis() / 1_000.0);
        return answers;
    }
}
