package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an answer against the document and against what its request was made for. */
final class AnswerCheck {

    private static final String PROBLEM = "application/problem+json";
    private static final String LINES = "application/x-ndjson";
    private static final Pattern INSIDE = Pattern.compile(
            "dev\\.attune\\.(?![a-z-]+\\.v\\d)|\\b(?:java|javax|jakarta|kotlin)\\.\\w+\\.|\\b(?:io\\.quarkus|io\\.vertx|io\\.smallrye|io\\.netty"
                    + "|com\\.fasterxml|org\\.jboss|org\\.hibernate|org\\.postgresql|org\\.tribuo|org\\.apache)\\b"
                    + "|\\tat |Exception\\b|SQLSTATE|\\bPgException|<html");
    private static final Set<Integer> UNREADABLE = Set.of(400, 406, 411, 413, 415);
    /** What may answer where the request is not one of the operation any more. */
    private static final Set<Integer> ELSEWHERE = Set.of(400, 401, 403, 404, 405, 406, 411, 413, 415);

    private static final Set<Integer> PARSER = Set.of(400, 413, 414, 431);

    private final ApiDocument document;
    private final JsonNode problem = Json.mapper().createObjectNode().put("$ref", "#/components/schemas/Problem");

    AnswerCheck(ApiDocument document) {
        this.document = document;
    }

    List<Finding> check(FuzzRequest request, Answer answer) {
        List<Finding> findings = new ArrayList<>();
        int status = answer.status();
        if (status == 0) {
            return List.of(new Finding("no answer", answer.text()));
        }
        if (status >= 500) {
            findings.add(new Finding("status " + status, shown(answer)));
        }
        findInside(request, answer, findings);
        checkExpectation(request, answer, findings);
        checkDocument(request, answer, findings);
        return findings;
    }

    private static void findInside(FuzzRequest request, Answer answer, List<Finding> findings) {
        // How a model was trained names the classes that trained it; it is the last that is told of a model.
        boolean ofModel = answer.status() == 200 && request.operation().name().equals("GET /v1/models/{model}");
        String text = ofModel ? answer.text().replaceFirst("\"provenance\":\\{.*", "") : answer.text();
        inside(text + answer.headers().map())
                .ifPresent(word -> findings.add(new Finding("shows its inside", word + " in " + shown(answer))));
    }

    /** A word that tells of the inside of the platform. */
    static Optional<String> inside(String text) {
        Matcher inside = INSIDE.matcher(text);
        return inside.find() ? Optional.of(inside.group()) : Optional.empty();
    }

    private static void checkExpectation(FuzzRequest request, Answer answer, List<Finding> findings) {
        int status = answer.status();
        boolean met = switch (request.expectation()) {
            case VALID -> !UNREADABLE.contains(status) && status != 401 && status != 403;
            // Another status would tell that the fault was passed over, and something else found first.
            case REFUSED -> UNREADABLE.contains(status) || status >= 500;
            case UNAUTHENTICATED -> status == 401;
            case FORBIDDEN -> status == 403;
            case HIDDEN -> status == 403 || status == 404;
            case DOCUMENTED, OTHER_PATH, OTHER_METHOD, UNPARSED -> true;
        };
        if (!met) {
            findings.add(new Finding(request.expectation() + " but " + status, shown(answer)));
        }
    }

    private void checkDocument(FuzzRequest request, Answer answer, List<Finding> findings) {
        // What a parser might have refused may have been spoilt in its path or method besides.
        boolean elsewhere = Set.of(Expectation.OTHER_PATH, Expectation.OTHER_METHOD, Expectation.UNPARSED)
                .contains(request.expectation());
        boolean parser = request.expectation() == Expectation.UNPARSED && PARSER.contains(answer.status());
        JsonNode documented = request.operation().responses().path(String.valueOf(answer.status()));
        if (parser && answer.body().length == 0) {
            return;
        }
        if (request.method().equals("HEAD")) {
            require(answer.body().length == 0, "a body to HEAD", answer, findings);
        } else if (answer.status() >= 400) {
            boolean known = !documented.isMissingNode() || (elsewhere && ELSEWHERE.contains(answer.status()));
            require(known || parser, "undocumented status " + answer.status(), answer, findings);
            checkProblem(answer, findings);
        } else if (!elsewhere) {
            require(!documented.isMissingNode(), "undocumented status " + answer.status(), answer, findings);
            checkContent(documented, answer, findings);
        }
    }

    private void checkProblem(Answer answer, List<Finding> findings) {
        require(
                answer.mediaType().equals(PROBLEM),
                "a problem of media type '" + answer.mediaType() + "'",
                answer,
                findings);
        checkJson(problem, answer.text(), answer, findings);
        try {
            JsonNode read = Json.mapper().readTree(answer.body());
            boolean same = read != null && read.path("status").asInt() == answer.status();
            require(same, "a problem of another status", answer, findings);
        } catch (IOException e) {
            // Found above.
        }
    }

    private void checkContent(JsonNode documented, Answer answer, List<Finding> findings) {
        JsonNode content = documented.path("content");
        if (content.isEmpty()) {
            require(answer.body().length == 0, "an undocumented body", answer, findings);
            return;
        }
        JsonNode described = content.path(answer.mediaType());
        if (described.isMissingNode()) {
            findings.add(new Finding("undocumented media type '" + answer.mediaType() + "'", shown(answer)));
        } else if (answer.mediaType().equals(LINES)) {
            answer.text().lines().forEach(line -> checkJson(described.path("schema"), line, answer, findings));
        } else {
            checkJson(described.path("schema"), answer.text(), answer, findings);
        }
    }

    private void checkJson(JsonNode schema, String text, Answer answer, List<Finding> findings) {
        if (schema.isMissingNode()) {
            findings.add(new Finding("no schema for " + answer.status(), ""));
            return;
        }
        try {
            List<String> violations =
                    document.violationsOfAnswer(schema, Json.mapper().readTree(text));
            violations.forEach(violation -> findings.add(new Finding(
                    "status " + answer.status() + " breaks its schema: " + general(violation), shown(answer))));
        } catch (IOException e) {
            findings.add(new Finding("no JSON in " + answer.status(), shown(answer)));
        }
    }

    /** Without positions, which would make a kind of its own of every item of a list. */
    private static String general(String violation) {
        return violation.replaceAll("[0-9]+", "N").replaceFirst("^: ", "");
    }

    private static void require(boolean fine, String kind, Answer answer, List<Finding> findings) {
        if (!fine) {
            findings.add(new Finding(kind, shown(answer)));
        }
    }

    private static String shown(Answer answer) {
        String text = answer.text();
        return answer.status() + " " + answer.mediaType() + " "
                + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }
}
