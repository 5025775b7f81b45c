package dev.attune.generation;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;

import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Json;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it, for tests. */
public final class Api {

    private Api() {}

    /** A name that no other test has. */
    public static String freshName() {
        return "set-" + UUID.randomUUID();
    }

    /** A new dataset of that kind. */
    public static String freshDataset() {
        return freshDataset(false);
    }

    /** A new dataset that anonymises what it is given. */
    public static String freshAnonymisingDataset() {
        return freshDataset(true);
    }

    private static String freshDataset(boolean anonymise) {
        String name = freshName();
        as("curator", name)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "licence", "Apache-2.0", "anonymise", anonymise))
                .post("/v1/datasets")
                .then()
                .statusCode(201);
        return name;
    }

    /** A request of somebody of this role with access to these datasets. */
    public static RequestSpecification as(String role, String... datasets) {
        return given().header("Authorization", bearer(role, "cora", datasets));
    }

    /** Posts a conversation as its dataset's curator. */
    public static Response post(String dataset, String json) {
        return as("curator", dataset).contentType(ContentType.JSON).body(json).post("/v1/conversations");
    }

    /** Imports bytes as the dataset's curator; the answer's lines, parsed. */
    public static List<Map<String, Object>> importInto(String dataset, String format, byte[] body) {
        Response response = as("curator", dataset)
                .queryParam("dataset", dataset)
                .queryParam("format", format)
                .contentType("application/octet-stream")
                .body(body)
                .post("/v1/imports");
        response.then().statusCode(200).contentType("application/x-ndjson");
        return response.asString().lines().map(Api::parse).toList();
    }

    /** The counts of an import's answer. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> counts(List<Map<String, Object>> lines) {
        return (Map<String, Object>) lines.getLast().get("counts");
    }

    /** What was told of the turns of a dataset. */
    public static List<TurnChanged> messages(String dataset) {
        return TestTopics.read(MessageType.TURN_CHANGED, TurnChanged.class).stream()
                .filter(message -> message.dataset().equals(dataset))
                .toList();
    }

    /** A line of an answer. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parse(String line) {
        try {
            return Json.mapper().readValue(line, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
