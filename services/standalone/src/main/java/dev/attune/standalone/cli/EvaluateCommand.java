package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains on a labelled file and tests on another, in a process of scoring's own classes. Needs no platform. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Train the models on any labelled file and test them on another: how good they are on your own data.",
            "Files are .tsv (tabs alone separate), .csv or .jsonl, plain or .gz. A column is a name, or an index from 0 where there",
            "is no header. Without --test each --group is held out in turn where there are few, else fifths of them."
        },
        footer = {
            "",
            "Example:  attune evaluate --task multilabel --train dev.tsv --test test.tsv --text 0 --labels 1",
            "          attune evaluate --task ordinal --train empathy.csv --text response_post --context seeker_post \\",
            "            --labels level --group sp_id",
            "          attune evaluate --task pairwise --train pairs.csv --text left --right right --labels label --group topic"
        })
final class EvaluateCommand implements Callable<Integer> {

    /** What kind of labels there are. */
    enum Task {
        multilabel,
        ordinal,
        regression,
        pairwise
    }

    private static final String MAIN = "dev.attune.scoring.evaluate.tribuo.EvaluateMain";
    private static final String THROUGHPUT_MAIN = "dev.attune.scoring.evaluate.tribuo.ThroughputMain";

    @Option(
            names = "--task",
            required = true,
            description =
                    "${COMPLETION-CANDIDATES}: comma-separated labels; one level; one number; left or right (1/2, a1/a2)")
    Task task;

    @Option(names = "--train", required = true, description = "The file to train on")
    Path train;

    @Option(names = "--test", description = "The file to test on")
    @Nullable
    Path test;

    @Option(names = "--text", required = true, description = "The column of the text, in a pair of the left one")
    String text;

    @Option(names = "--labels", required = true, description = "The column of the labels")
    String labels;

    @Option(names = "--context", description = "The column of what the text answers")
    @Nullable
    String context;

    @Option(names = "--right", description = "The column of the right text of a pair")
    @Nullable
    String right;

    @Option(names = "--group", description = "The column of what must not stand on both sides of a split")
    @Nullable
    String group;

    @Option(
            names = "--words-only",
            description = "Leave runs of characters out: about twice as fast, and a little less exact")
    boolean wordsOnly;

    @Option(
            names = "--against-fasttext",
            description = "Measure texts a second against fastText, where it is installed, instead of the quality")
    boolean againstFasttext;

    @Option(
            names = "--heap",
            defaultValue = "4g",
            description = "Memory of the process that trains (default: ${DEFAULT-VALUE})")
    String heap;

    @Option(names = "--json", description = "Print the result as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(spec);
        console.progress("Training on %s", train);
        Path root = Attune.root();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseParallelGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        root.resolve("services/scoring/target/quarkus-app/quarkus-run.jar")
                                .toString(),
                        againstFasttext ? THROUGHPUT_MAIN : MAIN)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(Json.mapper().writeValueAsBytes(job()));
        }
        byte[] out = process.getInputStream().readAllBytes();
        int status = process.waitFor();
        if (status != 0) {
            return 1;
        }
        JsonNode result = Json.mapper().readTree(out);
        if (json) {
            console.json(result);
        } else {
            print(console, result);
        }
        return 0;
    }

    private ObjectNode job() {
        ObjectNode job = Json.mapper().createObjectNode();
        job.put("task", task.name().toUpperCase(Locale.ROOT)).put("train", train.toString());
        job.put("test", test == null ? null : test.toString());
        job.put("wordsOnly", wordsOnly);
        job.putObject("columns")
                .put("text", text)
                .put("labels", labels)
                .put("context", context)
                .put("right", right)
                .put("group", group);
        return job;
    }

    private static void print(Console console, JsonNode result) {
        for (Map.Entry<String, JsonNode> field : result.properties()) {
            if (field.getValue().isNumber()) {
                console.result("%-15s %s", field.getKey(), number(field.getValue()));
            }
        }
        JsonNode perLabel = result.path("perLabel");
        if (!perLabel.isEmpty()) {
            console.result("%-15s %9s %9s %9s %9s", "label", "precision", "recall", "f1", "support");
        }
        for (Map.Entry<String, JsonNode> label : perLabel.properties()) {
            JsonNode its = label.getValue();
            console.result(
                    "%-15s %9.3f %9.3f %9.3f %9d",
                    label.getKey(),
                    its.path("precision").asDouble(),
                    its.path("recall").asDouble(),
                    its.path("f1").asDouble(),
                    its.path("support").asInt());
        }
    }

    private static String number(JsonNode value) {
        return value.isIntegralNumber() || value.asDouble() >= 1_000
                ? String.format(Locale.ROOT, "%.0f", value.asDouble())
                : String.format(Locale.ROOT, "%.4f", value.asDouble());
    }
}
