package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells a person what the demo did. */
final class DemoReport {

    private DemoReport() {}

    static void print(JsonNode summary, Path file, Console console) {
        JsonNode counts = summary.path("import");
        JsonNode snapshot = summary.path("snapshot");
        console.result(
                "imported   %d of %d rows: %d turns, %d responses",
                counts.path("accepted").asLong(),
                counts.path("rows").asLong(),
                counts.path("turns").asLong(),
                counts.path("responses").asLong());
        if (!summary.path("refusals").isEmpty()) {
            console.result("refused    %s (each with its line in refusals.jsonl)", list(summary.path("refusals")));
        }
        console.result(
                "pairs      %d exported (%s)%s",
                snapshot.path("pairs").asLong(),
                list(snapshot.path("origins")),
                snapshot.path("quarantined").isEmpty() ? "" : "; held back: " + list(snapshot.path("quarantined")));
        summary.path("files")
                .forEach(written -> console.result(
                        "written    %s  %d lines",
                        written.path("file").asText(), written.path("lines").asLong()));
        console.result("           %s", file);
        console.result("seconds    %s", list(summary.path("seconds")));
        console.result("peak MB    %s", list(summary.path("peakMemoryMegabytes")));
    }

    private static String list(JsonNode object) {
        return StreamSupport.stream(object.properties().spliterator(), false)
                .map(entry -> entry.getKey() + " " + entry.getValue().asText())
                .collect(Collectors.joining(", "));
    }
}
