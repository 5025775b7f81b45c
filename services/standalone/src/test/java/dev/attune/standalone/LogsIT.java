package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the services of a platform write to their logs. */
class LogsIT {

    private static final Set<String> KEYS =
            Set.of("timestamp", "level", "logger", "message", "thread", "service", "context", "exception");
    private static final Set<String> CONTEXT_KEYS =
            Set.of("traceId", "spanId", "parentId", "sampled", "incident", "topic", "position");

    private final SharedPlatform shared = SharedPlatform.get();

    @Test
    void shouldWriteObjectsOfKnownKeysAndNothingElse() throws IOException {
        shared.importLines(
                "it-logs",
                "trl-preference",
                List.of(
                        "{\"prompt\":\"The damson bill.\",\"chosen\":\"How is it?\",\"rejected\":\"Pay.\"}",
                        "no JSON"));

        for (String service : List.of("generation", "scoring", "ranking", "preference", "gateway")) {
            Path log = shared.home().logs().resolve(service + ".log");
            List<String> lines = Files.readAllLines(log);
            assertThat(lines).as(service).isNotEmpty();
            for (String line : lines) {
                assertThat(line).startsWith("{").doesNotContain("damson");
                JsonNode entry = Json.mapper().readTree(line);
                assertThat(KEYS).as(line).containsAll(names(entry));
                assertThat(CONTEXT_KEYS).as(line).containsAll(names(entry.path("context")));
                assertThat(names(entry)).as(line).contains("timestamp", "level", "logger", "message", "service");
                assertThat(entry.path("service").asText()).isEqualTo(service);
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
