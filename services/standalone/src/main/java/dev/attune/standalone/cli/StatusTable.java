package dev.attune.standalone.cli;

import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.Platform.Status;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The table of a platform's processes. */
final class StatusTable {

    private static final String ROW = "%-14s %-24s %10s %10s%n";

    private StatusTable() {}

    static void print(Platform platform, PrintWriter out) {
        List<Status> rows = platform.status();
        out.printf(ROW, "service", "address", "ready in", "memory");
        rows.forEach(row ->
                out.printf(ROW, row.name(), row.address(), seconds(row.readyIn()), megabytes(row.memoryBytes())));
        OptionalLong total = rows.stream()
                .map(Status::memoryBytes)
                .flatMapToLong(OptionalLong::stream)
                .reduce(Long::sum);
        out.printf(ROW, "together", platform.url(), "", megabytes(total));
        out.flush();
    }

    static Map<String, Object> json(Platform platform) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("url", platform.url());
        table.put("processes", platform.status().stream().map(StatusTable::json).toList());
        return table;
    }

    private static Map<String, Object> json(Status status) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service", status.name());
        row.put("address", status.address());
        Duration readyIn = status.readyIn();
        if (readyIn != null) {
            row.put("readyInSeconds", readyIn.toMillis() / 1_000.0);
        }
        status.memoryBytes().ifPresent(bytes -> row.put("memoryBytes", bytes));
        return row;
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "-" : "%.1f s".formatted(duration.toMillis() / 1_000.0);
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isEmpty() ? "-" : "%d MB".formatted(bytes.getAsLong() >> 20);
    }
}
