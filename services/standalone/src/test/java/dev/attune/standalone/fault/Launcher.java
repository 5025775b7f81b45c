package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher as a process of its own.
 *
 * @param process the process
 * @param folder where its outputs are
 */
record Launcher(Process process, Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Starts it with a verb and its options on the project in {@code root}. */
    static Launcher start(Path root, Path folder, String... arguments) throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Dattune.root=" + root,
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                System.getProperty("attune.launcher")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        return new Launcher(process, folder);
    }

    /** Waits until the platform is up, and says where. */
    Site awaitUp(Home home) {
        JsonNode table = await().atMost(PATIENCE)
                .until(
                        () -> {
                            assertThat(process.isAlive()).as(errors()).isTrue();
                            String out = Files.readString(folder.resolve("out")).strip();
                            return out.endsWith("}")
                                    ? Json.mapper().readTree(out)
                                    : Json.mapper().nullNode();
                        },
                        found -> found.has("processes"));
        return Site.of(table, home);
    }

    String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** Ends it by SIGKILL, and waits for the ends of its children, which do that by themselves. */
    void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    /** As {@link #kill}, and its children likewise, but for that which must stop the database server. */
    void killWithServices() throws InterruptedException {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly().waitFor();
        children.stream()
                .filter(child -> !child.info().commandLine().orElse("").contains("DatabaseProcess"))
                .forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    /** Ends it as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
