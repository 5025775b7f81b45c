package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.client.AttuneClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public preference file goes through unchanged: what goes in is exported, held back or refused, in its own order. */
class PublicPreferencesIT {

    private static final Path FILE = Path.of(
            System.getProperty("attune.root"), "../shared/data/hh_rlhf_harmless_test/harmless_test_dev.jsonl.gz");
    private static final String DATASET = "it-public";

    private final SharedPlatform shared = SharedPlatform.get();

    @TempDir
    Path folder;

    @Test
    void shouldKeepTheOrderOfEveryRowOfAPublicFile() throws Exception {
        assumeTrue(Files.exists(FILE), "skipped: the public file " + FILE + " is not on this machine");
        List<JsonNode> rows = rows();
        AttuneClient client = shared.curator();
        client.createDataset(DATASET, "MIT", "A public preference file", false);
        List<JsonNode> refusals = new ArrayList<>();

        JsonNode imported =
                client.importFile(DATASET, "hh-rlhf", "public", AttuneClient.Speakers.USUAL, FILE, refusals::add);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> client.datasetProgress(DATASET).path("settled").asBoolean()
                        && client.datasetProgress(DATASET).path("turns").asInt()
                                == imported.at("/counts/turns").asInt());
        JsonNode snapshot = client.createSnapshot(DATASET, "one");
        Path file = folder.resolve("pairs.jsonl");
        client.export(snapshot.path("id").asText(), "trl-preference", file);

        assertThat(refusals)
                .allSatisfy(
                        refusal -> assertThat(refusal.path("reason").asText()).isNotEmpty());
        List<String> exported = Files.readAllLines(file);
        int held = 0;
        for (JsonNode count : snapshot.path("quarantined")) {
            held += count.asInt();
        }
        assertThat(exported.size() + held + refusals.size()).isEqualTo(rows.size());
        // A prompt with its two answers, written as a transcript again, is a row of the file with its sides in place.
        List<String> transcripts = rows.stream()
                .map(row -> row.path("chosen").asText().strip() + "\u0000"
                        + row.path("rejected").asText().strip())
                .map(PublicPreferencesIT::squeeze)
                .toList();
        assertThat(exported.stream().map(PublicPreferencesIT::transcript)).isSubsetOf(transcripts);
        assertThat(exported).doesNotHaveDuplicates();
    }

    private static String transcript(String line) {
        try {
            JsonNode pair = Json.mapper().readTree(line);
            StringBuilder prompt = new StringBuilder();
            pair.path("prompt").forEach(message -> prompt.append(said(message)));
            return squeeze(prompt + said(pair.at("/chosen/0")) + "\u0000" + prompt + said(pair.at("/rejected/0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(JsonNode message) {
        String speaker = message.path("role").asText().equals("user") ? "Human" : "Assistant";
        return "\n\n" + speaker + ": " + message.path("content").asText();
    }

    /** White space at the edges of messages is not kept. */
    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<JsonNode> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(Json.mapper().readTree(line));
            }
            return rows;
        }
    }
}
