package dev.attune.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The ahead-of-time caches of the child processes: the classes of an earlier start as the JVM had loaded and linked
 * them. They lie beside the jars they belong to. The JVM itself checks that a cache is of
 * the same JDK and the same jars, and runs without it where it is not.
 *
 * @param root the project's folder, where the services are built
 * @param training whether the processes are to write their caches instead of using them
 */
record AotCaches(Path root, boolean training) {

    private static final String UNFINISHED = ".new";

    /** What a service's process has to be told. */
    List<String> flags(ServiceKind kind) {
        return flags(file(kind));
    }

    /** What a process of the launcher's own jar has to be told. */
    List<String> flags(String name) {
        return flags(file(name));
    }

    private List<String> flags(Path cache) {
        if (training) {
            // Method profiles would have the next start compile at once, and to the utmost, what it hardly needs again.
            return List.of(
                    "-XX:AOTCacheOutput=" + unfinished(cache),
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTRecordTraining");
        }
        // A cache that does not fit is no news for anyone.
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
    }

    /** Puts what the ended processes wrote in its place: whole files only, since a JVM that is killed leaves a part of one. */
    int publish() throws IOException {
        int count = 0;
        for (Path cache : files()) {
            if (Files.exists(unfinished(cache))) {
                Files.move(unfinished(cache), cache, StandardCopyOption.REPLACE_EXISTING);
                count++;
            }
        }
        return count;
    }

    /** Takes away what a training that was cut short has left. */
    void discard() throws IOException {
        for (Path cache : files()) {
            Files.deleteIfExists(unfinished(cache));
            Files.deleteIfExists(Path.of(unfinished(cache) + ".config"));
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(file("database"), file("broker")));
        for (ServiceKind kind : ServiceKind.values()) {
            files.add(file(kind));
        }
        return files;
    }

    private Path file(ServiceKind kind) {
        return root.resolve("services/" + kind.code() + "/target/" + kind.code() + ".aot");
    }

    private Path file(String name) {
        return root.resolve("services/standalone/target/" + name + ".aot");
    }

    private static Path unfinished(Path cache) {
        return Path.of(cache + UNFINISHED);
    }
}
