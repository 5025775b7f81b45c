package dev.attune.generation.importing;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.counts;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.freshName;
import static dev.attune.generation.Api.importInto;
import static dev.attune.generation.Api.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.generation.Api;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.message.TurnChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ImportQuarkusTest {

    private static final String GOOD = "{\"prompt\":\"%s\",\"chosen\":\"yes\",\"rejected\":\"no\"}\n";

    @Test
    void shouldKeepTheGoodRowsAroundTheBadOnes() {
        String dataset = freshDataset();
        String body = GOOD.formatted("one") + "\n{\"prompt\":\"two\"\n" + GOOD.formatted(" ") + GOOD.formatted("four");

        List<Map<String, Object>> lines = importInto(dataset, "trl-preference", body.getBytes(UTF_8));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(Map.of("line", 3, "reason", "not_json", "detail", "is not one JSON value"));
        assertThat(lines.get(1))
                .isEqualTo(Map.of("line", 4, "reason", "empty_prompt", "field", "prompt", "detail", "is empty"));
        assertThat(counts(lines))
                .isEqualTo(Map.of("rows", 4, "accepted", 2, "unchanged", 0, "refused", 2, "turns", 2, "responses", 4));
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));
        TurnChanged message = messages(dataset).stream()
                .filter(turn -> turn.text().equals("four"))
                .findFirst()
                .orElseThrow();
        assertThat(message.importId()).hasToString((String) lines.getLast().get("import"));
        assertThat(message.candidates())
                .extracting(TurnChanged.Candidate::text, TurnChanged.Candidate::generator)
                .containsExactly(tuple("yes", "imported"), tuple("no", "imported"));
        assertThat(message.preferences())
                .containsExactly(new TurnChanged.Preference(
                        message.candidates().get(0).responseId(),
                        message.candidates().get(1).responseId()));
    }

    @Test
    void shouldChangeNothingTheSecondTime() throws IOException {
        String dataset = freshDataset();
        byte[] corpus = SeedCorpus.pilot().bytes();

        Map<String, Object> first = counts(importInto(dataset, "attune", corpus));
        Map<String, Object> second = counts(importInto(dataset, "attune", gzip(corpus)));

        int turns = (int) first.getOrDefault("turns", 0);
        assertThat(first).containsEntry("accepted", 12).containsEntry("refused", 0);
        assertThat(second)
                .isEqualTo(
                        Map.of("rows", 12, "accepted", 0, "unchanged", 12, "refused", 0, "turns", 0, "responses", 0));
        // What is told after the second import comes after whatever that one would have told.
        Api.post(dataset, "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"last\"}]}".formatted(dataset));
        await().untilAsserted(() ->
                assertThat(messages(dataset)).extracting(TurnChanged::text).contains("last"));
        assertThat(messages(dataset)).hasSize(turns + 1);
    }

    @Test
    void shouldKnowTheSameRowWithinOneStream() {
        String dataset = freshDataset();
        String authored = "{\"id\":\"%s\",\"turns\":[{\"client\":\"%s\"}]}\n";
        String body = authored.formatted("a", "one")
                + authored.formatted("a", "one")
                + authored.formatted("a", "two")
                + authored.formatted("b", "one");

        List<Map<String, Object>> lines = importInto(dataset, "attune", body.getBytes(UTF_8));

        assertThat(lines.getFirst())
                .containsEntry("line", 3)
                .containsEntry("reason", "external_id_reused")
                .containsEntry("field", "id");
        assertThat(counts(lines))
                .isEqualTo(Map.of("rows", 4, "accepted", 2, "unchanged", 1, "refused", 1, "turns", 2, "responses", 4));
        assertThat(counts(importInto(
                        dataset, "attune", authored.formatted("a", "three").getBytes(UTF_8))))
                .containsEntry("refused", 1);
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));
    }

    @Test
    void shouldCarryEarlierMessagesAsHistory() {
        String dataset = freshDataset();
        importInto(
                dataset,
                "hh-rlhf",
                ("{\"chosen\":\"\\n\\nHuman: u0\\n\\nAssistant: a0\\n\\nHuman: u1\\n\\nAssistant: good\","
                                + "\"rejected\":\"\\n\\nHuman: u0\\n\\nAssistant: a0\\n\\nHuman: u1\\n\\nAssistant: bad\"}")
                        .getBytes(UTF_8));

        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(1));
        TurnChanged turn = messages(dataset).getFirst();
        assertThat(turn.history()).containsExactly(Message.user("u0"), Message.assistant("a0"));
        assertThat(turn.turnNumber()).isEqualTo(2);
        as("reviewer", dataset)
                .get("/v1/conversations/" + turn.conversationId())
                .then()
                .body("opening.content", equalTo(List.of("u0", "a0")))
                .body("import", equalTo(String.valueOf(turn.importId())))
                .body("source", equalTo("hh-rlhf"))
                .body("line", equalTo(1));
    }

    @Test
    void shouldKeepWhatCameBeforeTheGzipBroke() throws IOException {
        String dataset = freshDataset();
        String rows = IntStream.range(0, 2_000)
                .mapToObj(i -> GOOD.formatted("row " + i + " " + UUID.randomUUID()))
                .collect(Collectors.joining());
        byte[] packed = gzip(rows.getBytes(UTF_8));

        List<Map<String, Object>> lines =
                importInto(dataset, "trl-preference", Arrays.copyOf(packed, packed.length / 2));

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).containsEntry("reason", "broken_stream");
        int line = (int) lines.getFirst().getOrDefault("line", 0);
        assertThat(line).isBetween(500, 1_500);
        assertThat(counts(lines)).containsEntry("accepted", line - 1).containsEntry("rows", line);
        as("reviewer", dataset)
                .get("/v1/imports/" + lines.getLast().get("import"))
                .then()
                .statusCode(200)
                .body("state", equalTo("broken"))
                .body("endedAt", notNullValue());
    }

    @Test
    void shouldTellOfAnImportAndItsRefusals() {
        String dataset = freshDataset();
        String body = GOOD.formatted("one") + "x\n".repeat(1_203);
        List<Map<String, Object>> lines = importInto(dataset, "trl-preference", body.getBytes(UTF_8));
        String path = "/v1/imports/" + lines.getLast().get("import");

        assertThat(lines).hasSize(1_204);
        assertThat(lines.subList(0, 1_203))
                .extracting(line -> line.get("line"))
                .isEqualTo(IntStream.rangeClosed(2, 1_204).boxed().toList());
        as("reviewer", dataset)
                .get(path)
                .then()
                .statusCode(200)
                .body("dataset", equalTo(dataset))
                .body("source", equalTo("trl-preference"))
                .body("format", equalTo("trl-preference"))
                .body("state", equalTo("done"))
                .body("counts.rows", equalTo(1_204))
                .body("counts.refused", equalTo(1_203))
                .body("startedAt", notNullValue());
        as("reviewer", dataset)
                .get(path + "/refusals?limit=2&after=1202")
                .then()
                .statusCode(200)
                .body("items.line", equalTo(List.of(1_203, 1_204)))
                .body("items[0].reason", equalTo("not_json"))
                .body("next", nullValue());
        as("reviewer", dataset).get(path + "/refusals?limit=2").then().body("next", equalTo("3"));
        as("reviewer", dataset).get(path + "/refusals?after=x").then().statusCode(400);
        for (String each : new String[] {path, path + "/refusals"}) {
            as("rater", dataset).get(each).then().statusCode(403);
            as("reviewer", "another").get(each).then().statusCode(404);
        }
        as("reviewer", "*").get("/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void shouldTakeAnyTypeOfBody() {
        String dataset = freshDataset();
        for (String type : List.of(
                "application/json",
                "application/x-ndjson",
                "application/gzip",
                "text/plain",
                "application/x-www-form-urlencoded")) {
            as("curator", dataset)
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs(type, ContentType.TEXT)
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .contentType(type)
                    .body(GOOD.formatted(type))
                    .post("/v1/imports?format=trl-preference&dataset=" + dataset)
                    .then()
                    .statusCode(200);
        }
        assertThat(counts(importInto(
                        dataset, "trl-preference", GOOD.formatted("text/plain").getBytes(UTF_8))))
                .containsEntry("unchanged", 1);
        assertThat(counts(importInto(dataset, "trl-preference", new byte[0]))).containsEntry("rows", 0);
    }

    @Test
    void shouldRefuseWhatItCannotImport() {
        String dataset = freshDataset();
        send("curator", dataset, "?dataset=" + dataset + "&format=xml")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("format"))
                .body(
                        "errors[0].message",
                        equalTo("must be one of attune, chat-log, csv, hh-rlhf, openai-messages, trl-preference"));
        send("curator", dataset, "?dataset=" + dataset).then().statusCode(400);
        send("curator", dataset, "?format=attune").then().statusCode(400).body("errors[0].pointer", equalTo("dataset"));
        send("curator", dataset, "?format=attune&source=a%00b&dataset=" + dataset)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("source"));
        send("reviewer", dataset, "?format=attune&dataset=" + dataset).then().statusCode(403);
        send("curator", "another", "?format=attune&dataset=" + dataset).then().statusCode(403);
        String nowhere = freshName();
        send("curator", nowhere, "?format=attune&dataset=" + nowhere)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("No dataset " + nowhere));
        send("curator", "*", "?format=attune&dataset=%00").then().statusCode(404);
    }

    private static Response send(String role, String dataset, String query) {
        return as(role, dataset)
                .urlEncodingEnabled(false)
                .contentType("application/octet-stream")
                .body("{}".getBytes(UTF_8))
                .post("/v1/imports" + query);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
