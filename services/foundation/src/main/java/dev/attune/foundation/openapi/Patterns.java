package dev.attune.foundation.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A pattern of Bean Validation is of the whole text, one of JSON Schema of any part of it. */
final class Patterns {

    /** What {@code @NotBlank} becomes: a text that has such a character somewhere. */
    private static final String NOT_BLANK = "\\S";

    private Patterns() {}

    static void anchor(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(Patterns::anchor);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(operation -> Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()))
                .flatMap(Collection::stream)
                .map(Parameter::getSchema)
                .forEach(Patterns::anchor);
    }

    private static void anchor(@Nullable Schema schema) {
        if (schema == null || schema.getRef() != null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        Stream.of(
                        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of())
                                .values(),
                        Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of()),
                        Objects.requireNonNullElse(schema.getOneOf(), List.<Schema>of()))
                .flatMap(Collection::stream)
                .forEach(Patterns::anchor);
        anchor(schema.getItems());
    }
}
