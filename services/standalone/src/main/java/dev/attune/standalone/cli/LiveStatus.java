package dev.attune.standalone.cli;

import dev.attune.standalone.client.ServiceMetrics;
import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.Platform.Status;
import dev.attune.standalone.platform.Tokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a platform's processes do, looked at again and again: a table in its place on a terminal, else a line each. */
final class LiveStatus {

    private static final String ROW = "%-14s %-9s %8s %7s %8s %8s %7s %8s";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private final Platform platform;
    private final Keys keys;
    private final Console console;
    private final boolean terminal;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<String, Seen> before = new HashMap<>();
    private int printed;

    private record Seen(long messages, long nanos) {}

    private record Line(
            Status status,
            String state,
            @Nullable ServiceMetrics metrics,
            @Nullable Double messagesPerSecond) {}

    /**
     * A view.
     *
     * @param terminal whether what was printed can be printed over
     */
    LiveStatus(Platform platform, Keys keys, Console console, boolean terminal) {
        this.platform = platform;
        this.keys = keys;
        this.console = console;
        this.terminal = terminal;
    }

    /** Looks and prints, for people. */
    void print() {
        List<Line> lines = look();
        if (terminal && printed > 0) {
            console.out().print("\u001b[" + printed + "A\u001b[J");
        }
        String time = terminal ? "" : Instant.now().truncatedTo(ChronoUnit.SECONDS) + " ";
        if (terminal || printed == 0) {
            console.result("%s", " ".repeat(time.length()) + header());
        }
        lines.forEach(line -> console.result("%s", time + row(line)));
        printed = lines.size() + 1;
    }

    /** Looks and prints one JSON object on a line. */
    void printJson() {
        console.jsonLine(Map.of(
                "time",
                Instant.now().toString(),
                "processes",
                look().stream().map(LiveStatus::json).toList()));
    }

    private List<Line> look() {
        String token = Tokens.make(keys, "live-status", List.of("admin"), List.of("*"), TOKEN_LIFE);
        List<Line> lines = new ArrayList<>();
        for (Status status : platform.status()) {
            Optional<ServiceMetrics> metrics = status.address().startsWith("http")
                    ? ServiceMetrics.read(http, status.address(), token)
                    : Optional.empty();
            lines.add(new Line(
                    status,
                    state(status),
                    metrics.orElse(null),
                    metrics.map(now -> rate(status.name(), now.messages())).orElse(null)));
        }
        return lines;
    }

    private String state(Status status) {
        if (!platform.process(status.name()).map(ProcessHandle::isAlive).orElse(false)) {
            return "down";
        }
        return status.readyIn() == null ? "starting" : "ready";
    }

    private @Nullable Double rate(String name, long messages) {
        long now = System.nanoTime();
        Seen last = before.put(name, new Seen(messages, now));
        // A process that was started again counts from 0.
        return last == null || messages < last.messages()
                ? null
                : (messages - last.messages()) * 1e9 / (now - last.nanos());
    }

    private static String header() {
        return ROW.formatted("service", "state", "memory", "lag", "outbox", "letters", "pool", "msg/s");
    }

    private static String row(Line line) {
        ServiceMetrics metrics = line.metrics();
        Double rate = line.messagesPerSecond();
        return ROW.formatted(
                line.status().name(),
                line.state(),
                line.status().memoryBytes().isEmpty()
                        ? "-"
                        : "%d MB".formatted(line.status().memoryBytes().getAsLong() >> 20),
                metrics == null ? "-" : Long.toString(metrics.lag()),
                metrics == null ? "-" : "%.1f s".formatted(metrics.outboxAgeSeconds()),
                metrics == null ? "-" : Long.toString(metrics.deadLetters()),
                metrics == null ? "-" : metrics.poolActive() + "/" + (metrics.poolActive() + metrics.poolIdle()),
                rate == null ? "-" : "%.1f".formatted(rate));
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service", line.status().name());
        row.put("state", line.state());
        line.status().memoryBytes().ifPresent(bytes -> row.put("memoryBytes", bytes));
        ServiceMetrics metrics = line.metrics();
        if (metrics != null) {
            row.put("lag", metrics.lag());
            row.put("outboxAgeSeconds", metrics.outboxAgeSeconds());
            row.put("deadLetters", metrics.deadLetters());
            row.put("poolActive", metrics.poolActive());
            row.put("poolIdle", metrics.poolIdle());
        }
        if (line.messagesPerSecond() != null) {
            row.put("messagesPerSecond", line.messagesPerSecond());
        }
        return row;
    }
}
