package dev.attune.standalone.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of a platform: data, keys, logs. It outlives the platform's processes.
 *
 * @param folder the folder, made when it is first needed
 */
public record Home(Path folder) {

    /** The home of this name, else of {@code ATTUNE_HOME}, else {@code ~/.attune}. */
    public static Home of(@Nullable Path given) {
        if (given != null) {
            return new Home(given.toAbsolutePath().normalize());
        }
        String environment = System.getenv("ATTUNE_HOME");
        return environment == null || environment.isBlank()
                ? new Home(Path.of(System.getProperty("user.home"), ".attune"))
                : new Home(Path.of(environment).toAbsolutePath().normalize());
    }

    Path database() {
        return folder.resolve("database");
    }

    Path broker() {
        return folder.resolve("broker");
    }

    /** Where the logs of the child processes are. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** Where an operator puts rubrics of his own; need not exist. */
    Path rubrics() {
        return folder.resolve("rubrics");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    private Path address() {
        return folder.resolve("platform.json");
    }

    /** The address of the platform that runs on this home, or ran until it was killed. */
    public Optional<String> url() {
        if (!Files.exists(address())) {
            return Optional.empty();
        }
        try {
            JsonNode file = Json.mapper().readTree(address().toFile());
            return Optional.of(file.path("url").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rememberUrl(String url) throws IOException {
        Files.write(address(), Json.mapper().writeValueAsBytes(Map.of("url", url)));
    }

    /** Says that no platform runs on this home. */
    void forgetUrl() throws IOException {
        Files.deleteIfExists(address());
    }

    /** Takes the home for this process, until it ends; two platforms on one home would ruin it. */
    FileLock lock() throws IOException {
        Files.createDirectories(logs());
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new PlatformException(
                    "Another platform runs on the home " + folder + ". Stop it, or choose another home with --home.");
        }
        return lock;
    }
}
