package dev.attune.standalone.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a run found, gathered from all threads; every kind of fault with the first request that met it. */
final class Report {

    private final long seed;
    private final Map<String, OfOperation> operations = new TreeMap<>();
    private final Map<String, Fault> faults = new TreeMap<>();
    private long requests;
    private double seconds;
    private int slow;
    private final List<String> late = new ArrayList<>();

    Report(long seed) {
        this.seed = seed;
    }

    private static final class OfOperation {
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private long slowest;
        private int requests;
        private boolean succeeded;
    }

    private static final class Fault {
        private FuzzRequest first;
        private String detail;
        private int count;

        private Fault(FuzzRequest first, String detail) {
            this.first = first;
            this.detail = detail;
        }
    }

    synchronized void add(FuzzRequest request, Answer answer, List<Finding> findings) {
        requests++;
        OfOperation operation = operations.computeIfAbsent(request.operation().name(), ignored -> new OfOperation());
        operation.requests++;
        // A HEAD or an OPTIONS that succeeds does not tell that the operation can.
        operation.succeeded |= request.method().equals(request.operation().method()) && answer.status() / 100 == 2;
        operation.statuses.merge(answer.status(), 1, Integer::sum);
        operation.slowest = Math.max(operation.slowest, answer.millis());
        findings.forEach(finding -> addFault(request, finding));
    }

    synchronized void addFault(FuzzRequest request, Finding finding) {
        Fault fault = faults.computeIfAbsent(
                request.operation().name() + ": " + finding.kind(), ignored -> new Fault(request, finding.detail()));
        fault.count++;
        if (request.index() < fault.first.index()) {
            fault.first = request;
            fault.detail = finding.detail();
        }
    }

    synchronized void took(double seconds) {
        this.seconds = seconds;
    }

    /** How many answers came late while others were on their way. */
    synchronized void slow(int count) {
        slow = count;
    }

    /** A late answer's request, and how long it took alone. */
    synchronized void addLate(FuzzRequest request, long millisAlone) {
        late.add("  late: request %d (%s), %d ms alone".formatted(request.index(), request.what(), millisAlone));
    }

    synchronized int slow() {
        return slow;
    }

    synchronized long requests() {
        return requests;
    }

    /** Each {@code METHOD path: kind}. */
    synchronized Set<String> faults() {
        return new TreeSet<>(faults.keySet());
    }

    /** The operations that never answered with success. */
    synchronized Set<String> neverSucceeded() {
        return operations.entrySet().stream()
                .filter(entry -> !entry.getValue().succeeded)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized Set<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    /** The table, and each fault with a request that shows it. */
    synchronized String text() {
        StringBuilder text =
                new StringBuilder("seed %d: %d requests in %.1f s, %.0f a second, %d late ones sent again alone%n"
                        .formatted(seed, requests, seconds, requests / seconds, slow));
        text.append("%-46s %8s %8s  %s%n".formatted("operation", "requests", "slowest", "answers by status"));
        operations.forEach((name, operation) -> text.append(
                "%-46s %8d %5d ms  %s%n".formatted(name, operation.requests, operation.slowest, operation.statuses)));
        late.stream().limit(20).forEach(line -> text.append(line).append(System.lineSeparator()));
        text.append("%d kind(s) of fault%n".formatted(faults.size()));
        faults.forEach((kind, fault) -> text.append("%n%s%n  %d times, first by request %d (%s, %s)%n  %s%n  %s%n"
                .formatted(
                        kind,
                        fault.count,
                        fault.first.index(),
                        fault.first.what(),
                        fault.first.expectation(),
                        fault.first.asCommand(),
                        fault.detail)));
        return text.toString();
    }
}
