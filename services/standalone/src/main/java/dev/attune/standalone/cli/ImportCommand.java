package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file into a dataset of a running platform. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Import a file, plain or gzip, into a dataset of a running platform.",
            "Good lines around a bad one are kept; what was refused is said with its line and reason."
        },
        footer = {"", "Example:  attune import --dataset planner --create --format trl-preference pairs.jsonl"})
final class ImportCommand implements Callable<Integer> {

    @Mixin
    ConnectionOptions connection;

    @Parameters(paramLabel = "FILE", description = "The file")
    Path file;

    @Option(names = "--dataset", required = true, description = "The dataset's name")
    String dataset;

    @Option(
            names = "--format",
            required = true,
            description = "attune, openai-messages, trl-preference, hh-rlhf, csv or chat-log")
    String format;

    @Option(names = "--source", description = "What the file is known as (default: its name)")
    @Nullable
    String source;

    @Option(
            names = "--client",
            paramLabel = "NAME",
            description = "With csv and chat-log: what the client is called; may be repeated")
    List<String> clients = List.of();

    @Option(
            names = "--advisor",
            paramLabel = "NAME",
            description = "With csv and chat-log: what the advisor is called; may be repeated")
    List<String> advisors = List.of();

    @Option(names = "--create", description = "Make the dataset where it is missing")
    boolean create;

    @Option(
            names = "--anonymise",
            description = "With --create: replace names, numbers and addresses before anything is stored")
    boolean anonymise;

    @Option(names = "--licence", defaultValue = "unspecified", description = "The licence of a dataset that is made")
    String licence;

    @Option(names = "--wait", description = "Return when everything is scored, ranked and paired")
    boolean wait;

    @Option(names = "--json", description = "Print the counts as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        if (!Files.isReadable(file)) {
            throw new PlatformException("The file " + file + " cannot be read");
        }
        AttuneClient client = connection.client();
        if (create && !client.hasDataset(dataset)) {
            client.createDataset(dataset, licence, "Imported from the command line", anonymise);
        }
        String name = source == null ? sourceOf(file) : source;
        JsonNode result = client.importFile(
                dataset,
                format,
                name,
                new AttuneClient.Speakers(clients, advisors),
                file,
                refusal -> console.progress(
                        "line %d refused: %s (%s) %s",
                        refusal.path("line").asLong(),
                        refusal.path("reason").asText(),
                        refusal.path("field").asText(),
                        refusal.path("detail").asText()));
        JsonNode counts = result.path("counts");
        if (wait) {
            new Settling(client, console)
                    .await(result.path("import").asText(), counts.path("turns").asLong());
        }
        if (json) {
            console.json(result);
        } else {
            console.result(
                    "%d rows: %d accepted, %d unchanged, %d refused; %d turns with %d responses (import %s)",
                    counts.path("rows").asLong(),
                    counts.path("accepted").asLong(),
                    counts.path("unchanged").asLong(),
                    counts.path("refused").asLong(),
                    counts.path("turns").asLong(),
                    counts.path("responses").asLong(),
                    result.path("import").asText());
        }
        return 0;
    }

    /** A file's name, with a dash for each character that a source must not have. */
    static String sourceOf(Path file) {
        return file.getFileName().toString().replaceAll("[^A-Za-z0-9._:@/-]", "-");
    }
}
