package dev.attune.standalone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.Json;
import dev.attune.standalone.client.AttuneClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills a platform with something of every kind, through its API, and notes what it is called. */
final class Seeding {

    private static final int CONVERSATIONS = 90;
    private static final int SPARE_DATASETS = 40;
    private static final int RATERS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String url;
    private final World world;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Seeding(String url, World world) {
        this.url = url;
        this.world = world;
    }

    void run(ApiDocument document) {
        datasets();
        raters();
        world.addAll("judgments", get("/v1/judgments?limit=500&dataset=" + World.OPEN), "judgment");
        world.addAll("comparisons", get("/v1/comparisons?limit=500&dataset=" + World.OPEN), "comparison");
        world.addAll("pairs", get("/v1/pairs?limit=500&dataset=" + World.OPEN), "id");
        world.addAll("hidden pairs", get("/v1/pairs?dataset=" + World.HIDDEN), "id");
        snapshots();
        world.addAll("models", get("/v1/models"), "number");
        cursors(document);
        assertThat(List.of(
                        "judgments",
                        "comparisons",
                        "pairs",
                        "snapshots",
                        "imports",
                        "conversations",
                        "turns",
                        "models"))
                .allSatisfy(kind -> assertThat(world.all(kind)).as(kind).isNotEmpty());
    }

    private void datasets() {
        AttuneClient curator = new AttuneClient(url, world.token("curator"));
        fill(curator, World.OPEN, false, CONVERSATIONS, "");
        fill(curator, World.ANONYMISED, true, 10, "");
        fill(curator, World.HIDDEN, false, 10, "hidden ");
        for (int i = 0; i < SPARE_DATASETS; i++) {
            fill(curator, "fuzz-spare-" + i, false, 3, "spare ");
        }
        world.add("datasets", World.OPEN);
        world.add("datasets", World.ANONYMISED);
        world.add("hidden datasets", World.HIDDEN);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> curator.datasetProgress(World.OPEN).path("settled").asBoolean()
                        && curator.datasetProgress(World.HIDDEN).path("settled").asBoolean());
    }

    private void fill(AttuneClient curator, String dataset, boolean anonymise, int conversations, String prefix) {
        curator.createDataset(dataset, "Apache-2.0", "Of the fuzzer", anonymise);
        String lines = IntStream.range(0, conversations)
                .mapToObj(i -> conversation(dataset, i).toString())
                .collect(Collectors.joining("\n"));
        String broken = lines + "\nnot json\n{}\n";
        JsonNode imported = curator.importData(
                dataset,
                "attune",
                "fuzz",
                () -> new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)),
                refusal -> {});
        world.add(prefix + "imports", imported.path("import").asText());
        for (JsonNode item :
                get("/v1/conversations?limit=500&dataset=" + dataset).path("items")) {
            String id = item.path("conversation").asText();
            world.add(prefix + "conversations", id);
            if (world.all(prefix + "turns").size() < 40) {
                get("/v1/conversations/" + id)
                        .path("turns")
                        .forEach(turn ->
                                world.add(prefix + "turns", turn.path("turn").asText()));
            }
        }
        if (prefix.equals("spare ")) {
            world.add("spare datasets", dataset);
        }
    }

    private static ObjectNode conversation(String dataset, int number) {
        ObjectNode conversation = Json.mapper().createObjectNode().put("id", dataset + "-" + number);
        ArrayNode turns = conversation.putArray("turns");
        for (int turn = 0; turn < 2; turn++) {
            ObjectNode said = turns.addObject()
                    .put("client", "Number " + number + "." + turn + ": the bill came and I hid it. Is that strange?");
            ArrayNode responses = said.putArray("responses");
            responses.addObject().put("text", "Not strange. What was it like to see number " + number + "?");
            responses.addObject().put("text", "You should open it today and pay the minimum, number " + number + ".");
            responses.addObject().put("text", "Budget first. Then the bill, number " + number + "." + turn);
        }
        return conversation;
    }

    private void raters() {
        for (int i = 0; i < RATERS; i++) {
            String token = world.bearers().good("rater", "fuzz-rater-" + i, World.OPEN, World.ANONYMISED);
            HttpResponse<String> next = post("/v1/comparisons:next", token, "{\"dataset\":\"" + World.OPEN + "\"}");
            if (next.statusCode() != 200) {
                continue;
            }
            String comparison = json(next.body()).path("comparison").asText();
            if (i % 10 == 0) {
                HttpResponse<String> judged = post(
                        "/v1/judgments",
                        token,
                        "{\"comparison\":\"%s\",\"outcome\":\"left\",\"degree\":2}".formatted(comparison));
                assertThat(judged.statusCode()).isEqualTo(201);
            } else {
                world.addLease(new World.Lease(token, comparison));
            }
        }
        assertThat(world.leases()).isGreaterThan(20);
    }

    private void snapshots() {
        AttuneClient curator = new AttuneClient(url, world.token("curator"));
        for (int i = 0; i < 3; i++) {
            world.add(
                    "snapshots",
                    curator.createSnapshot(World.OPEN, "seed-" + i).path("id").asText());
        }
        world.add(
                "hidden snapshots",
                curator.createSnapshot(World.HIDDEN, "seed").path("id").asText());
        for (int i = 0; i < SPARE_DATASETS; i++) {
            world.add(
                    "spare snapshots",
                    curator.createSnapshot("fuzz-spare-" + i, "seed").path("id").asText());
        }
    }

    /** Real cursors of every list that has more than one item. */
    private void cursors(ApiDocument document) {
        document.operations().stream()
                .filter(operation -> operation.method().equals("GET") && operation.hasParameter("after"))
                .forEach(operation -> {
                    String path = operation
                            .path()
                            .replace("{service}", "ranking")
                            .replace("{id}", world.any(operation.path().split("/", -1)[2], new Random(1)));
                    String next = get(path + "?limit=1"
                                    + (operation.hasParameter("dataset") ? "&dataset=" + World.OPEN : ""))
                            .path("next")
                            .asText("");
                    if (!next.isEmpty() && !next.equals("null")) {
                        world.addCursor(operation.name(), next);
                    }
                });
    }

    JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + world.token("admin"))
                .build();
        return json(send(request).body());
    }

    private HttpResponse<String> post(String path, String token, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
