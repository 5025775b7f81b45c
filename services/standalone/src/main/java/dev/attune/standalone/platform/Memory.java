package dev.attune.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads how much memory processes hold, from Linux's {@code /proc}. */
final class Memory {

    private Memory() {}

    /**
     * The proportional set size of a process and its descendants in bytes (memory shared by several processes counts
     * its share once); empty where the system does not tell.
     */
    static OptionalLong ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .map(Memory::of)
                .flatMapToLong(OptionalLong::stream)
                .reduce(Long::sum);
    }

    private static OptionalLong of(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // The process ended meanwhile, or this is no Linux.
            return OptionalLong.empty();
        }
    }
}
