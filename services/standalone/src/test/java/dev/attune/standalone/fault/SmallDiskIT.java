package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.attune.standalone.fault.Sender.Sent;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Platform;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the home fills up under an import, and has room again later; needs the right to mount a small disk. */
@Tag("full")
class SmallDiskIT {

    private static final int CONVERSATIONS = 1_500;
    private static final String DATASET = "it-small-disk";
    private static final Duration FULL = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        boolean mounted = System.getProperty("user.name").equals("root")
                && run("mount", "-t", "tmpfs", "-o", "size=600m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "no small disk can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void shouldRecoverFromAFullDisk() throws Exception {
        Home home = new Home(disk.resolve("home"));
        try (Platform platform = FaultPlatform.start(home)) {
            Site site = Site.of(platform, home);
            Load load = new Load(41, CONVERSATIONS, 300);
            Sender sender = new Sender(site, DATASET, load);
            sender.createDataset();
            CompletableFuture<Sent> sending = sender.slowlyMeanwhile(() -> Duration.ofMillis(14));
            Thread.sleep(Duration.ofSeconds(4));

            Path ballast = disk.resolve("ballast");
            long taken = 0;
            long fullUntil = System.nanoTime() + FULL.toNanos();
            while (System.nanoTime() < fullUntil) {
                // What a server that gave up leaves free is taken too.
                taken = fill(ballast);
                Thread.sleep(Duration.ofMillis(500));
            }
            boolean endedBefore = sending.isDone();
            Files.delete(ballast);

            long start = System.nanoTime();
            Sent sent = sending.get(4, TimeUnit.MINUTES);
            new Kills(platform, site).awaitAllReady();
            Ledger ledger = new Ledger(site, DATASET, load);
            ledger.awaitAgreement(Duration.ofMinutes(3));
            Duration recovered = Duration.ofNanos(System.nanoTime() - start);
            ledger.assertExported("after-full-disk", folder);

            assertThat(endedBefore)
                    .as("the import ended while the disk was full")
                    .isFalse();
            System.out.printf(
                    "disk full for %d s (%d MB of ballast) in an import of %,d conversations, sent again %d times,"
                            + " settled %.1f s after there was room%n",
                    FULL.toSeconds(),
                    taken >> 20,
                    CONVERSATIONS,
                    sent.troubles().size(),
                    recovered.toMillis() / 1_000.0);
            sent.troubles().forEach(trouble -> System.out.println("  an attempt ended with: " + trouble));
        }
    }

    /** Writes until there is no room for another byte. */
    private static long fill(Path ballast) throws IOException {
        FileStore store = Files.getFileStore(ballast.getParent());
        for (int block = 1 << 20; block > 0; block /= 256) {
            byte[] bytes = new byte[block];
            try (OutputStream out =
                    Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (store.getUsableSpace() > 0) {
                    out.write(bytes);
                }
            } catch (IOException e) {
                // No room for so large a block; a smaller one may have it.
                continue;
            }
        }
        return Files.size(ballast);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
