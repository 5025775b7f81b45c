package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the document.
 *
 * @param method HTTP method, in capitals
 * @param path with parameters in braces
 * @param body the schema of the body; null where it takes none, or a stream of anything
 * @param streams whether the body is a stream of any media type
 * @param roles any of which opens it
 * @param responses status to response object
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean streams,
        List<String> roles,
        JsonNode responses) {

    /** A parameter; {@code in} is path, query or header. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    String name() {
        return method + " " + path;
    }

    boolean takesBody() {
        return body != null || streams;
    }

    List<Parameter> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .toList();
    }

    boolean hasParameter(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }
}
