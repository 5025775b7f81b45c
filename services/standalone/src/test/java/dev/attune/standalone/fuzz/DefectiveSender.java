package dev.attune.standalone.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.Json;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A platform with three faults that it has not: a wrong-typed degree of a judgment makes a 500 that names a class, a
 * snapshot goes without its pairs, and the rubrics are a teapot.
 */
final class DefectiveSender implements Sender {

    private final Sender platform;

    DefectiveSender(Sender platform) {
        this.platform = platform;
    }

    @Override
    public CompletableFuture<Answer> send(FuzzRequest request) {
        return platform.send(request).thenApply(answer -> spoilt(request, answer));
    }

    private static Answer spoilt(FuzzRequest request, Answer answer) {
        return switch (request.method() + " " + request.operation().path()) {
            case "POST /v1/judgments" -> answer.status() == 400 && hasTextualDegree(request) ? crash() : answer;
            case "GET /v1/snapshots/{id}" -> answer.status() == 200 ? withoutPairs(answer) : answer;
            case "GET /v1/rubrics" -> answer.status() == 200 ? as(418, answer) : answer;
            default -> answer;
        };
    }

    private static boolean hasTextualDegree(FuzzRequest request) {
        try {
            return Json.mapper().readTree(request.body()).path("degree").isTextual();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Answer crash() {
        String body = """
                {"type":"urn:attune:problem:internal","title":"Something went wrong here","status":500,
                 "detail":"class java.lang.String cannot be cast to class java.lang.Integer"}""";
        HttpHeaders headers =
                HttpHeaders.of(Map.of("content-type", List.of("application/problem+json")), (name, value) -> true);
        return new Answer(500, headers, body.getBytes(UTF_8), 1);
    }

    private static Answer withoutPairs(Answer answer) {
        try {
            JsonNode view = Json.mapper().readTree(answer.body());
            ((ObjectNode) view).remove("pairs");
            return new Answer(
                    answer.status(), answer.headers(), Json.mapper().writeValueAsBytes(view), answer.millis());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer as(int status, Answer answer) {
        String body = "{\"type\":\"urn:attune:problem:teapot\",\"title\":\"A teapot\",\"status\":%d}".formatted(status);
        HttpHeaders headers =
                HttpHeaders.of(Map.of("content-type", List.of("application/problem+json")), (name, value) -> true);
        return new Answer(status, headers, body.getBytes(UTF_8), answer.millis());
    }
}
