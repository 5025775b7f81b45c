package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.standalone.client.AttuneClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Freezes a dataset's pairs and writes them in trainers' formats. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Freeze the pairs of a dataset in a snapshot and write it to files, one a format.",
            "The same snapshot always gives the same bytes; name an existing one with --snapshot to write it again."
        },
        footer = {"", "Example:  attune export --dataset planner --format trl-preference --format provenance"})
final class ExportCommand implements Callable<Integer> {

    @Mixin
    ConnectionOptions connection;

    @Option(names = "--dataset", required = true, description = "The dataset's name")
    String dataset;

    @Option(
            names = "--format",
            split = ",",
            defaultValue = "trl-preference",
            description = "trl-preference or provenance (repeatable; default: trl-preference)")
    List<String> formats;

    @Option(names = "--snapshot", description = "Its name, made where it is missing (default: the time)")
    @Nullable
    String snapshot;

    @Option(names = "--out", defaultValue = "attune-out", description = "The folder (default: ${DEFAULT-VALUE})")
    Path out;

    @Option(names = "--json", description = "Print the result as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        AttuneClient client = connection.client();
        JsonNode frozen = frozen(client);
        List<Exports.Written> files = new Exports(client, out).write(frozen, formats);
        if (json) {
            console.json(Map.of("snapshot", frozen, "files", files));
        } else {
            console.result(
                    "snapshot %s: %d pairs",
                    frozen.path("name").asText(), frozen.path("pairs").asLong());
            files.forEach(file -> console.result("%s  %d lines", file.file(), file.lines()));
        }
        return 0;
    }

    private JsonNode frozen(AttuneClient client) {
        if (snapshot != null) {
            for (JsonNode present : new Exports(client, out).snapshots(dataset)) {
                if (present.path("name").asText().equals(snapshot)) {
                    return present;
                }
            }
        }
        String name = snapshot != null
                ? snapshot
                : DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now());
        return client.createSnapshot(dataset, name);
    }
}
