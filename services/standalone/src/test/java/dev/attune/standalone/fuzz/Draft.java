package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request in the making: begun as one that keeps to the document, then spoilt. */
final class Draft {

    final Operation operation;
    final int index;
    String method;
    String what = "as documented";
    Expectation expectation = Expectation.VALID;

    @Nullable
    String authorization;

    @Nullable
    String contentType;

    @Nullable
    String rawPath;

    @Nullable
    JsonNode json;

    byte @Nullable [] body;
    boolean chunked;
    final Map<String, String> path = new LinkedHashMap<>();
    final Map<String, List<String>> query = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();

    Draft(Operation operation, int index) {
        this.operation = operation;
        this.index = index;
        this.method = operation.method();
    }

    /** Says how it was spoilt and what is to come of it. */
    void spoil(String how, Expectation expected) {
        what = how;
        expectation = expected;
    }

    FuzzRequest finish() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        if (authorization != null) {
            all.add(Map.entry("Authorization", authorization));
        }
        if (contentType != null) {
            all.add(Map.entry("Content-Type", contentType));
        }
        all.addAll(headers.entrySet());
        return new FuzzRequest(index, what, operation, method, target(), List.copyOf(all), body, chunked, expectation);
    }

    private String target() {
        String target = rawPath;
        if (target == null) {
            target = operation.path();
            for (Map.Entry<String, String> value : path.entrySet()) {
                target = target.replace("{" + value.getKey() + "}", encoded(value.getValue()));
            }
        }
        String parameters = query.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? target : target + "?" + parameters;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
