package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process: what it leaves behind when it is killed, and what it finds when it comes back. */
class LauncherIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void shouldLeaveNoProcessWhenItIsKilledAndFindItsDataAgain() throws Exception {
        Home home = new Home(folder.resolve("home"));
        Process first = up(home, "--port", "0");
        JsonNode table = table(first);
        List<ProcessHandle> family = family(first, home);
        assertThat(family).hasSizeGreaterThan(7);
        client(table, home).createDataset("kept", "Apache-2.0", "Must be there afterwards", false);

        first.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(family).noneMatch(ProcessHandle::isAlive));
        int port = Integer.parseInt(table.path("url").asText().replaceAll(".*:", ""));
        Process second = up(home, "--port", Integer.toString(port));
        JsonNode again = table(second);
        assertThat(client(again, home).hasDataset("kept")).isTrue();
        List<ProcessHandle> secondFamily = family(second, home);

        // Ctrl-C
        second.destroy();

        assertThat(second.waitFor(40, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(secondFamily).noneMatch(ProcessHandle::isAlive));
        assertThat(home.url()).isEmpty();
    }

    @Test
    void shouldSayWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = up(new Home(folder.resolve("other")), "--port", Integer.toString(taken.getLocalPort()));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("up.err")))
                    .contains("gateway cannot start: port " + taken.getLocalPort() + " is taken", "--port");
        }
    }

    private Process up(Home home, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Dattune.root=" + System.getProperty("attune.root"),
                "-jar",
                System.getProperty("attune.launcher"),
                "up",
                "--json",
                "--home",
                home.folder().toString()));
        command.addAll(List.of(options));
        Files.deleteIfExists(folder.resolve("up.out"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("up.out").toFile())
                .redirectError(folder.resolve("up.err").toFile());
        // As on a machine that has never run it: the database server is still to be unpacked.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dot.epg.working-dir=" + folder.resolve("unpacked"));
        return builder.start();
    }

    private JsonNode table(Process launcher) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            assertThat(launcher.isAlive())
                                    .as(Files.readString(folder.resolve("up.err")))
                                    .isTrue();
                            String out =
                                    Files.readString(folder.resolve("up.out")).strip();
                            return out.endsWith("}")
                                    ? Json.mapper().readTree(out)
                                    : Json.mapper().nullNode();
                        },
                        table -> table.has("processes"));
    }

    /** The launcher's children and theirs, and the database server, which detaches itself. */
    private static List<ProcessHandle> family(Process launcher, Home home) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.folder().resolve("database/postmaster.pid"))
                .getFirst());
        return Stream.concat(launcher.descendants(), ProcessHandle.of(postmaster).stream())
                .distinct()
                .toList();
    }

    private static AttuneClient client(JsonNode table, Home home) throws IOException {
        return new AttuneClient(
                table.path("url").asText(),
                Tokens.make(Keys.of(home), "it", List.of("curator"), List.of("*"), Duration.ofHours(1)));
    }
}
