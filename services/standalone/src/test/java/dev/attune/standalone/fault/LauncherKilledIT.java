package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.standalone.fault.Sender.Sent;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.PlatformException;
import dev.attune.standalone.platform.ServiceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher is killed: while it trains, and while conversations arrive. It starts again, on what is left of its caches
 * and with strange ones beside them, and the ledger holds.
 */
@Tag("full")
class LauncherKilledIT {

    private static final int CONVERSATIONS = 2_000;
    private static final String DATASET = "it-launcher-killed";

    @TempDir
    Path folder;

    private Path root;

    /** The built project by links, so that caches can be spoilt. */
    @BeforeEach
    void linkProject() throws IOException {
        Path built = Path.of(System.getProperty("attune.root"));
        root = folder.resolve("project");
        for (ServiceKind kind : ServiceKind.values()) {
            Path target = Files.createDirectories(target(kind.code()));
            Files.createSymbolicLink(
                    target.resolve("quarkus-app"), built.resolve("services/" + kind.code() + "/target/quarkus-app"));
        }
        Files.createDirectories(target("standalone"));
    }

    @AfterEach
    void unlinkProject() throws IOException {
        for (ServiceKind kind : ServiceKind.values()) {
            Files.delete(target(kind.code()).resolve("quarkus-app"));
        }
    }

    @Test
    void shouldKeepTheLedgerThoughTheLauncherIsKilled() throws Exception {
        killTraining();
        spoilCaches();
        Home home = new Home(folder.resolve("home"));
        Load load = new Load(21, CONVERSATIONS, 30);
        Launcher first = Launcher.start(root, folder.resolve("first"), up(home, "0"));
        Site site = first.awaitUp(home);
        Sender sender = new Sender(site, DATASET, load);
        sender.createDataset();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            try {
                site.curator()
                        .importData(
                                DATASET, "attune", "faults", () -> load.slow(() -> Duration.ofMillis(15)), line -> {});
            } catch (PlatformException e) {
                // The platform goes away under it.
                assertThat(e).hasMessageContaining("failed");
            }
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> site.count("select count(*) from preference.pair") > CONVERSATIONS / 8);

        assertThat(sending).isNotDone();
        first.kill();
        sending.handle((done, failure) -> done).get(1, TimeUnit.MINUTES);
        long start = System.nanoTime();
        String port = site.url().replaceAll(".*:", "");
        Launcher second = Launcher.start(root, folder.resolve("second"), up(home, port));
        try {
            Site back = second.awaitUp(home);
            Duration upAgain = Duration.ofNanos(System.nanoTime() - start);
            long kept = back.count("select count(*) from generation.conversation");
            Sent sent = new Sender(back, DATASET, load).atOnce();
            Ledger ledger = new Ledger(back, DATASET, load);
            Duration settled = ledger.awaitAgreement(Duration.ofMinutes(2));
            ledger.assertExported("after-kill", folder);

            assertThat(kept).isBetween(CONVERSATIONS / 8L, CONVERSATIONS - 1L);
            assertThat(sent.counts().path("unchanged").asLong()).isEqualTo(kept);
            // What the killed process was reading is no longer said to be running.
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(back.rows("select state from generation.import order by started_at"))
                                    .containsExactly("broken", "done"));
            System.out.printf(
                    "launcher killed after %,d of %,d conversations, up again after %.1f s, settled %.1f s after the file was"
                            + " sent again%n",
                    kept, CONVERSATIONS, upAgain.toMillis() / 1_000.0, settled.toMillis() / 1_000.0);
        } finally {
            second.stop();
        }
    }

    /** Kills a training in the middle of its start; nothing that it leaves may be taken for a cache. */
    private void killTraining() throws Exception {
        Launcher training = Launcher.start(root, folder.resolve("training"), "train");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> training.process().descendants().count() >= 6);
        training.killWithServices();
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".aot"));
        }
    }

    /** Caches of other flags, of another JDK, cut off, of nothing at all. */
    private void spoilCaches() throws Exception {
        Path foreign = folder.resolve("foreign.aot");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-XX:-UseCompressedOops",
                        "-XX:AOTCacheOutput=" + foreign,
                        "-version")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = java.getInputStream()) {
            output.readAllBytes();
        }
        assertThat(java.waitFor()).isZero();
        byte[] cache = Files.readAllBytes(foreign);
        Files.write(target("standalone").resolve("database.aot"), cache);
        Files.write(target("standalone").resolve("broker.aot"), ofAnotherJdk(cache));
        Files.write(target("generation").resolve("generation.aot"), Arrays.copyOf(cache, cache.length / 2));
        Files.write(target("scoring").resolve("scoring.aot"), new byte[4096]);
        Files.write(target("ranking").resolve("ranking.aot"), new byte[0]);
        Files.write(target("gateway").resolve("gateway.aot"), "no cache".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ofAnotherJdk(byte[] cache) {
        String text = new String(cache, StandardCharsets.ISO_8859_1);
        String version = "(" + System.getProperty("java.vm.version");
        assertThat(text).contains(version);
        return text.replace(version, version.replace("(2", "(3")).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path target(String module) {
        return root.resolve("services/" + module + "/target");
    }

    private static String[] up(Home home, String port) {
        return List.of("up", "--json", "--home", home.folder().toString(), "--port", port)
                .toArray(String[]::new);
    }
}
