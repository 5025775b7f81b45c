package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.PlatformException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole way of the data in one command: conversations in, a DPO dataset out. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Turn conversations into a DPO dataset in one go.",
            "Starts a platform on an empty temporary home, imports, waits until all is scored, ranked and paired, writes",
            "the pairs and a summary, and stops. Without --input it takes the example conversations."
        },
        footer = {"", "Example:  attune demo --input pairs.jsonl.gz --format hh-rlhf --out my-out"})
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--input", paramLabel = "FILE", description = "A file of your own, plain or gzip")
    @Nullable
    Path input;

    @Option(
            names = "--format",
            defaultValue = "attune",
            description = "Its format: attune, openai-messages, trl-preference or hh-rlhf (default: ${DEFAULT-VALUE})")
    String format;

    @Option(
            names = "--export",
            split = ",",
            defaultValue = "trl-preference",
            paramLabel = "FORMAT",
            description = "What to write: trl-preference or provenance (repeatable; default: ${DEFAULT-VALUE})")
    List<String> exports;

    @Option(names = "--out", defaultValue = "attune-out", description = "The folder (default: ${DEFAULT-VALUE})")
    Path out;

    @Option(names = "--json", description = "Print the summary as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long mark = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        if (input != null && !Files.isReadable(input)) {
            throw new PlatformException("The file " + input + " cannot be read");
        }
        long begin = System.nanoTime();
        Map<String, Object> summary;
        try (TemporaryHome temporary = TemporaryHome.create()) {
            summary = run(temporary.home(), console);
        }
        lap("stop");
        seconds.put("total", round((System.nanoTime() - begin) / 1e9));
        summary.put("seconds", seconds);
        Path file = out.resolve("summary.json");
        Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(summary));
        if (json) {
            console.json(summary);
        } else {
            DemoReport.print(Json.mapper().valueToTree(summary), file, console);
        }
        return 0;
    }

    private Map<String, Object> run(Home home, Console console) throws IOException {
        console.progress("Starting the platform on the empty home %s", home.folder());
        try (Platform platform = Platform.start(
                new Platform.Options(Attune.root(), home, 0, Map.of()),
                (name, what) -> console.progress("  %s %s", name, what))) {
            // A demo that is interrupted stops its platform too.
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "demo-stop"));
            lap("start");
            return run(platform, home, console);
        }
    }

    private Map<String, Object> run(Platform platform, Home home, Console console) throws IOException {
        AttuneClient client = new AttuneClient(platform.url(), ConnectionOptions.curator(home));
        Files.createDirectories(out);
        String dataset = dataset();
        String licence = input == null ? "Apache-2.0" : "unspecified";
        client.createDataset(dataset, licence, "Made by the demo", false);
        console.progress("Importing %s", input == null ? "the example conversations" : input);
        Map<String, Integer> refusals = new TreeMap<>();
        JsonNode imported = importInto(client, dataset, refusals);
        lap("import");
        JsonNode counts = imported.path("counts");
        console.progress(
                "Scoring, ranking and pairing %d turns", counts.path("turns").asLong());
        JsonNode progress = new Settling(client, console)
                .await(imported.path("import").asText(), counts.path("turns").asLong());
        lap("score, rank and pair");
        JsonNode snapshot = client.createSnapshot(dataset, "demo");
        lap("snapshot");
        List<Exports.Written> files = new Exports(client, out).write(snapshot, exports);
        lap("export");
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("dataset", dataset);
        summary.put("import", counts);
        summary.put("refusals", refusals);
        summary.put("progress", progress);
        summary.put("snapshot", snapshot);
        summary.put("files", files);
        summary.put("peakMemoryMegabytes", megabytes(platform.peakMemory()));
        return summary;
    }

    private JsonNode importInto(AttuneClient client, String dataset, Map<String, Integer> refusals) throws IOException {
        Path file = out.resolve("refusals.jsonl");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            Consumer<JsonNode> refused = refusal -> {
                refusals.merge(refusal.path("reason").asText(), 1, Integer::sum);
                write(lines, refusal);
            };
            return input == null
                    ? client.importData(
                            dataset, "attune", "pilot", () -> SeedCorpus.pilot().open(), refused)
                    : client.importFile(
                            dataset,
                            format,
                            ImportCommand.sourceOf(input),
                            AttuneClient.Speakers.USUAL,
                            input,
                            refused);
        }
    }

    private static void write(BufferedWriter lines, JsonNode refusal) {
        try {
            lines.write(refusal.toString());
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String dataset() {
        if (input == null) {
            return "planner-demo";
        }
        String name = input.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("(\\.jsonl?|\\.gz)+$", "");
        String slug = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "demo" : slug.substring(0, Math.min(60, slug.length()));
    }

    private void lap(String step) {
        long now = System.nanoTime();
        seconds.put(step, round((now - mark) / 1e9));
        mark = now;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static Map<String, Long> megabytes(Map<String, Long> bytes) {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        bytes.forEach((name, amount) -> megabytes.put(name, amount >> 20));
        return megabytes;
    }
}
