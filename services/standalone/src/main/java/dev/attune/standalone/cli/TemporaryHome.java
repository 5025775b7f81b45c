package dev.attune.standalone.cli;

import dev.attune.standalone.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * An empty home that goes when its use ends.
 *
 * @param home the home
 */
record TemporaryHome(Home home) implements AutoCloseable {

    static TemporaryHome create() throws IOException {
        return new TemporaryHome(new Home(Files.createTempDirectory("attune-")));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
