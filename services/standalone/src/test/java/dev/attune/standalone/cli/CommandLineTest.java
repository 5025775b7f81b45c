package dev.attune.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.document.ConversationDocument;
import dev.attune.model.vertical.Vertical;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldExplainItselfAtEveryLevel() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "up", "import", "export", "token", "ATTUNE_HOME");
        for (String verb : new String[] {"demo", "up", "import", "export", "token"}) {
            assertThat(run(verb, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: attune " + verb, "Example:", "--json");
        }
    }

    @Test
    void shouldNameASourceAfterItsFile() {
        assertThat(ImportCommand.sourceOf(Path.of("some/My pairs (1).jsonl.gz")))
                .isEqualTo("My-pairs--1-.jsonl.gz");
    }

    @Test
    void shouldPrintAToken() throws Exception {
        assertThat(run("token", "--role", "rater", "--subject", "ann", "--home", folder.toString()))
                .isZero();
        assertThat(out.toString().strip().split("\\.")).hasSize(3);
        assertThat(run("token", "--role", "rater", "--subject", "ann", "--json", "--home", folder.toString()))
                .isZero();
        JsonNode json = Json.mapper().readTree(out.toString());
        assertThat(json.path("subject").asText()).isEqualTo("ann");
        assertThat(json.path("datasets").get(0).asText()).isEqualTo("*");
    }

    @Test
    void shouldFailInWordsAndOnStandardError() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("token", "--role", "king", "--subject", "ann")).isEqualTo(2);
        assertThat(err.toString()).contains("one of rater, reviewer, curator, admin, not king");
        assertThat(run("up", "--replicas", "gateway=2", "--home", folder.toString()))
                .isEqualTo(2);
        Path file = Files.createFile(folder.resolve("empty.jsonl"));
        assertThat(run("import", file.toString(), "--dataset", "a", "--format", "attune", "--home", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("No platform runs on the home", "attune up");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldHoldTheCorpusAgainstItsTargetsWithoutAPlatform() throws Exception {
        int status = run("coverage", "--json");

        JsonNode json = Json.mapper().readTree(out.toString());
        assertThat(json.path("conversations").asInt())
                .isEqualTo(SeedCorpus.finance().conversations().size());
        assertThat(status).isEqualTo(json.path("met").asBoolean() ? 0 : 1);
        assertThat(run("coverage")).isEqualTo(status);
        for (JsonNode target : json.path("targets")) {
            assertThat(out.toString()).contains(target.path("code").asText());
            for (JsonNode cell : target.path("missing")) {
                assertThat(out.toString())
                        .contains("missing: " + cell.path("cell").asText() + " has ");
            }
        }
        assertThat(run("coverage", "--dataset", "a", "--home", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("No platform runs on the home");
    }

    @Test
    void shouldWriteTheDeepFormatOfTheCorpus() throws Exception {
        Path file = folder.resolve("out/documents.jsonl");

        assertThat(run("annotate", "--out", file.toString())).isZero();

        int conversations = SeedCorpus.finance().conversations().size();
        assertThat(out.toString()).contains(conversations + " documents");
        assertThat(Files.readAllLines(file))
                .hasSize(conversations)
                .allSatisfy(line -> assertThat(ConversationDocument.read(
                                        "a line", line.getBytes(StandardCharsets.UTF_8), Vertical.finance())
                                .trainingPairs())
                        .isNotEmpty());
    }

    @Test
    void shouldSayWhatAnEvaluationNeeds() {
        assertThat(run("evaluate", "--task", "multilabel", "--train", "a.tsv")).isEqualTo(2);
        assertThat(err.toString()).contains("--labels", "--text");
        assertThat(run("evaluate", "--task", "guess", "--train", "a.tsv", "--text", "0", "--labels", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("multilabel", "ordinal", "regression", "pairwise");
    }

    @Test
    void shouldSplitLongDocumentsBetweenTurns() throws Exception {
        Path documents = folder.resolve("documents");

        assertThat(run("annotate", "--max-lines", "1500", "--out", documents.toString()))
                .isZero();

        assertThat(documents.resolve("ASSEMBLY.md")).content().contains("at most 1500 lines", "jq -s");
        try (Stream<Path> files = Files.list(documents)) {
            List<Path> json =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(out.toString()).contains(json.size() + " files");
            assertThat(json)
                    .hasSizeGreaterThan(SeedCorpus.finance().conversations().size())
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(1_500));
        }
        assertThat(run(
                        "annotate",
                        "--max-lines",
                        "20",
                        "--out",
                        folder.resolve("short").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a turn cannot be split");
        assertThat(folder.resolve("short")).doesNotExist();
    }

    @Test
    void shouldNameWhatAConversationLacksForTheDeepFormat() throws Exception {
        Path file =
                Files.writeString(folder.resolve("mine.jsonl"), "{\"id\":\"a\",\"turns\":[{\"client\":\"hello\"}]}\n");

        assertThat(run("annotate", file.toString(), "--out", folder.resolve("o").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a /topic: is no topic", "a /turns/0/responses: must have at least one");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Attune.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
