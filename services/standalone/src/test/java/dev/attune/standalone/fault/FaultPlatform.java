package dev.attune.standalone.fault;

import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** One platform for all faults that need none of their own; apart from that of the other tests, which expect calm. */
final class FaultPlatform {

    private static final FaultPlatform INSTANCE = new FaultPlatform();

    private final Platform platform;
    private final Site site;

    private FaultPlatform() {
        try {
            Home home = new Home(Files.createTempDirectory("attune-faults-"));
            platform = start(home);
            site = Site.of(platform, home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                platform.close();
                delete(home.folder());
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FaultPlatform get() {
        return INSTANCE;
    }

    static Platform start(Home home) {
        return Platform.start(
                new Platform.Options(Path.of(System.getProperty("attune.root")), home, 0, Map.of()),
                (name, what) -> System.err.println(name + " " + what));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Platform platform() {
        return platform;
    }

    Site site() {
        return site;
    }
}
