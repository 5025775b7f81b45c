package dev.attune.standalone.fault;

import dev.attune.standalone.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** Ends processes of a platform by SIGKILL at moments that a seed decides. */
final class Kills {

    /** The database server itself, unlike {@code database}, the process that keeps it. */
    static final String SERVER = "database server";

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Platform platform;
    private final Site site;
    private final Queue<Duration> absences = new ConcurrentLinkedQueue<>();

    Kills(Platform platform, Site site) {
        this.platform = platform;
        this.site = site;
    }

    /**
     * One kill.
     *
     * @param victim the process's name
     * @param after how long after the start of the schedule
     */
    record Kill(String victim, Duration after) {}

    /** As many kills of each as told, spread at random over the given time, in the order of their moments. */
    static List<Kill> schedule(long seed, Map<String, Integer> victims, Duration within) {
        RandomGenerator random = new Random(seed);
        List<Kill> kills = new ArrayList<>();
        victims.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            for (int i = 0; i < entry.getValue(); i++) {
                kills.add(new Kill(entry.getKey(), Duration.ofMillis(random.nextLong(within.toMillis()))));
            }
        });
        return kills.stream().sorted(Comparator.comparing(Kill::after)).toList();
    }

    /** Carries the schedule out; a process that is down at its moment is waited for, so that every kill ends one. */
    void run(List<Kill> schedule) throws InterruptedException {
        long start = System.nanoTime();
        for (Kill kill : schedule) {
            long wait = kill.after().toNanos() - (System.nanoTime() - start);
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            kill(kill.victim());
        }
    }

    /** Waits until every process is up and ready again. */
    void awaitAllReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!platform.status().stream().allMatch(status -> status.readyIn() != null)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not everything is ready again: " + platform.status());
            }
            Thread.sleep(POLL);
        }
    }

    /** How long the process that was away longest needed until it was ready again. */
    Duration longestAbsence() {
        return absences.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private void awaitBack(String child, long former, long killedNanos) {
        try {
            while (!isReady(child)
                    || platform.process(child).map(ProcessHandle::pid).orElse(former) == former) {
                Thread.sleep(POLL);
            }
            absences.add(Duration.ofNanos(System.nanoTime() - killedNanos));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The supervised process behind a victim: of the database server, the one that keeps it. */
    private static String child(String victim) {
        return victim.equals(SERVER) ? "database" : victim;
    }

    private Optional<ProcessHandle> process(String victim) {
        return victim.equals(SERVER) ? site.postmaster() : platform.process(victim);
    }

    private boolean isReady(String name) {
        return platform.status().stream().anyMatch(status -> status.name().equals(name) && status.readyIn() != null);
    }

    private void kill(String victim) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<ProcessHandle> process = isReady(child(victim)) ? process(victim) : Optional.empty();
            ProcessHandle supervised = platform.process(child(victim)).orElseThrow();
            if (process.isPresent() && process.get().isAlive() && process.get().destroyForcibly()) {
                long killed = System.nanoTime();
                Thread.ofVirtual().start(() -> awaitBack(child(victim), supervised.pid(), killed));
                return;
            }
            Thread.sleep(POLL);
        }
        throw new AssertionError(victim + " did not come back to be killed again");
    }
}
