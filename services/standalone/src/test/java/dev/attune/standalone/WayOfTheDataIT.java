package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.standalone.client.AttuneClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on the real processes: import, scores, comparison, judgment, ranking, pair, snapshot, export. */
class WayOfTheDataIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SharedPlatform shared = SharedPlatform.get();

    @TempDir
    Path folder;

    @Test
    void shouldTurnTheExampleConversationsIntoPairs() throws Exception {
        AttuneClient client = shared.curator();
        List<String> lines = new String(SeedCorpus.pilot().bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        JsonNode imported = shared.importLines("it-pilot", "attune", lines);
        assertThat(imported.at("/counts/accepted").asInt()).isEqualTo(12);
        assertThat(imported.at("/counts/refused").asInt()).isZero();
        int turns = imported.at("/counts/turns").asInt();
        awaitSettled("it-pilot", turns);

        JsonNode snapshot = client.createSnapshot("it-pilot", "one");
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        long written = client.export(snapshot.path("id").asText(), "trl-preference", first);
        client.export(snapshot.path("id").asText(), "trl-preference", second);

        assertThat(written).isPositive().isEqualTo(snapshot.path("pairs").asLong());
        assertThat(second).hasSameBinaryContentAs(first);
        for (String line : Files.readAllLines(first)) {
            JsonNode pair = Json.mapper().readTree(line);
            assertThat(pair.properties()).extracting(Map.Entry::getKey).containsExactly("prompt", "chosen", "rejected");
            JsonNode prompt = pair.path("prompt");
            assertThat(prompt.get(prompt.size() - 1).path("role").asText()).isEqualTo("user");
            for (String side : List.of("chosen", "rejected")) {
                assertThat(pair.path(side)).hasSize(1);
                assertThat(pair.at("/" + side + "/0/role").asText()).isEqualTo("assistant");
            }
            assertThat(pair.path("chosen")).isNotEqualTo(pair.path("rejected"));
        }
        assertThat(shared.deadLetters()).isZero();
    }

    @Test
    void shouldKeepTheOrderOfImportedPreferences() throws Exception {
        List<String> lines =
                IntStream.range(0, 40).mapToObj(WayOfTheDataIT::preference).toList();
        shared.importLines("it-imported", "trl-preference", lines);
        awaitSettled("it-imported", 40);

        AttuneClient client = shared.curator();
        JsonNode snapshot = client.createSnapshot("it-imported", "one");
        Path file = folder.resolve("pairs.jsonl");
        client.export(snapshot.path("id").asText(), "trl-preference", file);

        Map<String, String> chosen = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode pair = Json.mapper().readTree(line);
            chosen.put(
                    pair.at("/prompt/0/content").asText(),
                    pair.at("/chosen/0/content").asText());
        }
        assertThat(chosen).hasSize(40);
        for (String line : lines) {
            JsonNode row = Json.mapper().readTree(line);
            assertThat(chosen)
                    .containsEntry(
                            row.path("prompt").asText(), row.path("chosen").asText());
        }
        assertThat(snapshot.at("/origins/imported").asInt()).isEqualTo(40);
    }

    @Test
    void shouldLetARatersJudgmentDecideAPair() throws Exception {
        String line = """
                {"id":"c1","turns":[{"client":"The card bill came. I put it in the drawer.",\
                "responses":[{"text":"What was it like to see the envelope?"},{"text":"Pay it at once, you must."}]}]}""";
        shared.importLines("it-rated", "attune", List.of(line));
        awaitSettled("it-rated", 1);
        String ann = shared.token("rater", "ann", "it-rated");

        HttpResponse<String> next = shared.send("POST", "/v1/comparisons:next", ann, "{\"dataset\":\"it-rated\"}");
        assertThat(next.statusCode()).isEqualTo(200);
        JsonNode comparison = shared.json(next);
        String worse = "Pay it at once, you must.";
        // Against what any model would say, so that the pair shows whose word counts.
        String outcome = comparison.at("/left/text").asText().equals(worse) ? "left" : "right";
        HttpResponse<String> judged = shared.send(
                "POST",
                "/v1/judgments",
                ann,
                "{\"comparison\":\"%s\",\"outcome\":\"%s\",\"degree\":3}"
                        .formatted(comparison.path("comparison").asText(), outcome));
        assertThat(judged.statusCode()).isEqualTo(201);

        String curator = shared.token("curator", "it", "*");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode pairs = shared.json(shared.send("GET", "/v1/pairs?dataset=it-rated&origin=human", curator, null));
            assertThat(pairs.path("items")).hasSize(1);
            JsonNode pair = pairs.at("/items/0");
            if (pair.path("state").asText().equals("eligible")) {
                JsonNode whole = shared.json(
                        shared.send("GET", "/v1/pairs/" + pair.path("id").asText(), curator, null));
                assertThat(whole.toString()).contains(worse);
            } else {
                // One judgment against a strong prior: held back, never exported against the rater.
                assertThat(pair.path("reason").asText()).isEqualTo("contradicted");
            }
        });
        assertThat(shared.send("POST", "/v1/comparisons:next", ann, "{\"dataset\":\"it-rated\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void shouldHoldRolesAndDatasetsApartAtTheOneAddress() {
        shared.importLines("it-secret", "trl-preference", List.of(preference(1)));
        awaitSettled("it-secret", 1);
        String curator = shared.token("curator", "it", "*");
        String snapshot =
                shared.curator().createSnapshot("it-secret", "one").path("id").asText();
        String rater = shared.token("rater", "bob", "it-secret");
        String foreign = shared.token("curator", "eve", "it-other");

        assertThat(status("POST", "/v1/imports?dataset=it-secret&format=attune", rater, "{}"))
                .isEqualTo(403);
        assertThat(status("GET", "/v1/snapshots/" + snapshot + "/export?format=trl-preference", rater, null))
                .isEqualTo(403);
        assertThat(status("GET", "/v1/pairs?dataset=it-secret", rater, null)).isEqualTo(403);
        for (String path : List.of(
                "/v1/datasets/it-secret",
                "/v1/conversations?dataset=it-secret",
                "/v1/scores?dataset=it-secret",
                "/v1/comparisons?dataset=it-secret",
                "/v1/judgments?dataset=it-secret",
                "/v1/pairs?dataset=it-secret",
                "/v1/snapshots/" + snapshot,
                "/v1/snapshots/" + snapshot + "/export?format=trl-preference",
                "/v1/progress?dataset=it-secret")) {
            assertThat(status("GET", path, curator, null)).as(path).isEqualTo(200);
            assertThat(status("GET", path, foreign, null)).as(path).isIn(403, 404);
            assertThat(status("GET", path, "no.such.token", null)).as(path).isEqualTo(401);
        }
        assertThat(status("POST", "/v1/imports?dataset=it-secret&format=attune", foreign, "{}"))
                .isEqualTo(403);
        assertThat(status("POST", "/v1/snapshots", foreign, "{\"dataset\":\"it-secret\",\"name\":\"two\"}"))
                .isEqualTo(403);
        assertThat(status(
                        "POST",
                        "/v1/comparisons:next",
                        shared.token("rater", "eve", "it-other"),
                        "{\"dataset\":\"it-secret\"}"))
                .isEqualTo(403);
    }

    @Test
    void shouldDescribeEveryServiceInOneDocument() throws Exception {
        JsonNode document = shared.json(shared.send("GET", "/q/openapi", "none", null));
        assertThat(document.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains("/v1/imports", "/v1/evaluations", "/v1/judgments", "/v1/snapshots");
    }

    private int status(String method, String path, String token, String body) {
        return shared.send(method, path, token, body).statusCode();
    }

    private void awaitSettled(String dataset, int turns) {
        AttuneClient client = shared.curator();
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode progress = client.datasetProgress(dataset);
            assertThat(progress.path("turns").asInt()).isEqualTo(turns);
            assertThat(progress.path("settled").asBoolean()).isTrue();
        });
    }

    private static String preference(int number) {
        return """
                {"prompt":"Question %d: what do I do with the bonus?","chosen":"Answer A to %d, you should just pay.",\
                "rejected":"Answer B to %d: what would feel right to you?"}""".formatted(number, number, number);
    }
}
