package dev.attune.standalone.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processes that are stopped where they are, with their connections open, until this is closed: servers that hang. */
final class Halted implements AutoCloseable {

    private final List<ProcessHandle> processes;

    private Halted(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    /** Stops a process and all that it has started. */
    static Halted of(ProcessHandle root) throws IOException, InterruptedException {
        // The root first, or it could start others meanwhile.
        signal("STOP", List.of(root));
        Halted halted =
                new Halted(Stream.concat(Stream.of(root), root.descendants()).toList());
        signal("STOP", halted.processes);
        return halted;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT", processes.reversed());
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        if (command.size() > 2) {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }
}
