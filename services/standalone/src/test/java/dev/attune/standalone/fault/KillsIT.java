package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.standalone.fault.Kills.Kill;
import dev.attune.standalone.fault.Sender.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every process behind the import is killed while conversations arrive; nothing is lost and nothing is there twice. */
@Tag("full")
class KillsIT {

    private static final long SEED = 20_261_120;
    private static final int CONVERSATIONS = 2_000;
    private static final String DATASET = "it-kills";
    private static final Duration PAUSE = Duration.ofMillis(45);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(2);
    private static final Duration KILLING = Duration.ofSeconds(34);
    private static final Map<String, Integer> VICTIMS =
            Map.of("scoring", 2, "ranking", 2, "preference", 2, "broker", 2, "database", 1, Kills.SERVER, 1);

    private final FaultPlatform platform = FaultPlatform.get();

    @TempDir
    Path folder;

    @Test
    void shouldKeepTheLedgerThoughEverythingBehindTheImportIsKilled() throws Exception {
        Site site = platform.site();
        Load load = new Load(SEED, CONVERSATIONS, 40);
        Sender sender = new Sender(site, DATASET, load);
        sender.createDataset();
        List<Kill> schedule = Kills.schedule(SEED, VICTIMS, KILLING);
        Kills kills = new Kills(platform.platform(), site);
        // However long it takes until what was killed can be killed again, conversations arrive.
        AtomicBoolean killing = new AtomicBoolean(true);
        CompletableFuture<Sent> sending = sender.slowlyMeanwhile(() -> killing.get() ? PAUSE : SHORT_PAUSE);

        long start = System.nanoTime();
        kills.run(schedule);
        killing.set(false);
        Duration killed = Duration.ofNanos(System.nanoTime() - start);
        Sent sent = sending.get(3, TimeUnit.MINUTES);
        kills.awaitAllReady();
        Ledger ledger = new Ledger(site, DATASET, load);
        Duration settled = ledger.awaitAgreement(Duration.ofMinutes(2));

        ledger.assertExported("after-kills", folder);
        Sent again = sender.atOnce();
        assertThat(again.counts().path("unchanged").asInt()).isEqualTo(CONVERSATIONS);
        ledger.awaitAgreement(Duration.ofSeconds(30));
        System.out.printf(
                "%,d conversations, %d kills within %d s, a killed process was back after %.1f s at most; sent again %d times,"
                        + " settled %.1f s after the last of both%n",
                CONVERSATIONS,
                schedule.size(),
                killed.toSeconds(),
                kills.longestAbsence().toMillis() / 1_000.0,
                sent.troubles().size(),
                settled.toMillis() / 1_000.0);
        sent.troubles().forEach(trouble -> System.out.println("  an attempt ended with: " + trouble));
    }
}
