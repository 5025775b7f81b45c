package dev.attune.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A child process: it is started, found ready, started again when it dies, and stopped by closing its standard input.
 */
final class Child {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final long LARGE_LOG = 10 << 20;

    private final Spec spec;
    private final Path log;
    private final BiConsumer<String, String> news;

    private @Nullable Process process;
    private boolean stopping;
    private boolean supervised;
    private Duration backOff = FIRST_BACK_OFF;
    private long startedNanos;
    private @Nullable Duration readyIn;

    /**
     * What to run.
     *
     * @param name how people call it
     * @param address where it listens
     * @param command program and arguments
     * @param environment gives the variables on top of the launcher's, at each start
     * @param ready tells whether it can be used
     */
    record Spec(
            String name, String address, List<String> command, Supplier<Map<String, String>> environment, Check ready) {

        int port() {
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        }
    }

    /** Looks whether a process can be used. */
    interface Check {
        boolean ready() throws IOException;
    }

    /**
     * A child that is not started yet.
     *
     * @param logs the folder of its log file
     * @param news is told the child's name and what happened to it
     */
    Child(Spec spec, Path logs, BiConsumer<String, String> news) {
        this.spec = spec;
        this.log = logs.resolve(spec.name() + ".log");
        this.news = news;
    }

    Spec spec() {
        return spec;
    }

    Path log() {
        return log;
    }

    synchronized @Nullable Duration readyIn() {
        return readyIn;
    }

    synchronized @Nullable ProcessHandle handle() {
        return process == null ? null : process.toHandle();
    }

    synchronized void start() throws IOException {
        if (stopping) {
            return;
        }
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(spec.environment().get());
        startedNanos = System.nanoTime();
        readyIn = null;
        Process started = builder.start();
        process = started;
        CompletableFuture<Process> unused = started.onExit().whenComplete((ended, failure) -> ended(started));
    }

    /** Waits until it is ready. Fails when it dies or the time is over; the message names its log. */
    void awaitReady(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!spec.ready().ready()) {
            Process current;
            synchronized (this) {
                current = process;
            }
            if (current == null || !current.isAlive()) {
                throw new PlatformException(spec.name() + " ended while it was starting; its log is " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new PlatformException(
                        spec.name() + " was not ready within " + patience.toSeconds() + " s; its log is " + log);
            }
            Thread.sleep(POLL);
        }
        synchronized (this) {
            readyIn = Duration.ofNanos(System.nanoTime() - startedNanos);
            supervised = true;
        }
    }

    /** Lets it stay down from now on when it ends. */
    synchronized void letGo() {
        stopping = true;
    }

    /** Asks it to stop by closing its standard input. */
    synchronized void requestStop() {
        letGo();
        if (process != null) {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                // The pipe is broken: the child is gone already.
                return;
            }
        }
    }

    /** Waits for its end, and ends it by force after the given time. */
    void awaitEnd(Duration patience) throws InterruptedException {
        Process current;
        synchronized (this) {
            current = process;
        }
        if (current != null && !current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            current.destroyForcibly().waitFor();
        }
    }

    private void ended(Process which) {
        Duration delay;
        synchronized (this) {
            // A child that dies before it was ever ready is the starter's concern.
            if (stopping || which != process || !supervised) {
                return;
            }
            readyIn = null;
            delay = nextDelay(System.nanoTime() - startedNanos > STEADY.toNanos());
        }
        news.accept(
                spec.name(),
                "ended with status " + which.exitValue() + ", starts again in " + delay.toSeconds() + " s");
        Thread.ofVirtual().name("restart-" + spec.name()).start(() -> restart(delay));
    }

    private synchronized Duration nextDelay(boolean steady) {
        Duration delay = steady ? FIRST_BACK_OFF : backOff;
        Duration doubled = delay.multipliedBy(2);
        backOff = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
        return delay;
    }

    private void restart(Duration first) {
        try {
            Duration delay = first;
            while (!started(delay)) {
                delay = nextDelay(false);
            }
            awaitReadyAgain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it could be started after this delay. On a full disk, say, it cannot, and that passes. */
    private boolean started(Duration delay) throws InterruptedException {
        Thread.sleep(delay);
        try {
            start();
            return true;
        } catch (IOException e) {
            news.accept(spec.name(), "could not be started: " + e.getMessage());
            return false;
        }
    }

    /** Waits for as long as it lives: what it needs itself may be away for longer. */
    private void awaitReadyAgain() throws InterruptedException {
        boolean alive = true;
        while (alive) {
            try {
                awaitReady(Duration.ofMinutes(2));
                news.accept(spec.name(), "is ready again");
                return;
            } catch (IOException | PlatformException e) {
                news.accept(spec.name(), String.valueOf(e.getMessage()));
            }
            ProcessHandle current = handle();
            alive = current != null && current.isAlive();
        }
    }
}
