package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.attune.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document: its operations, and whether something keeps to one of its schemas. */
final class ApiDocument {

    private static final String COMPONENTS = "components";

    private final JsonNode document;
    private final List<Operation> operations;
    private final ObjectNode closedComponents;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    ApiDocument(JsonNode document) {
        this.document = document;
        this.operations = readOperations(document);
        this.closedComponents = document.path(COMPONENTS).deepCopy();
        close(closedComponents.path("schemas"));
    }

    /** An answer with a field that the document does not know is a fault of the document. */
    private static void close(JsonNode schemas) {
        schemas.forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
    }

    List<Operation> operations() {
        return operations;
    }

    /** The schema that a reference means. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }

    /** The first breaches of a request's schema; empty where it keeps to it. */
    List<String> violations(JsonNode schema, JsonNode instance) {
        return validate(schema, instance, document.path(COMPONENTS), "open ");
    }

    /** The first breaches of an answer's schema, fields that it does not name among them. */
    List<String> violationsOfAnswer(JsonNode schema, JsonNode instance) {
        return validate(schema, instance, closedComponents, "closed ");
    }

    private List<String> validate(JsonNode schema, JsonNode instance, JsonNode components, String kind) {
        return compiled
                .computeIfAbsent(kind + schema, ignored -> compile(schema, components))
                .validate(instance)
                .stream()
                .map(ValidationMessage::getMessage)
                .limit(3)
                .toList();
    }

    /** Compiles every schema, which takes seconds that would be taken for the platform's. */
    void prepare() {
        JsonNode nothing = Json.mapper().createObjectNode();
        operations.forEach(operation -> {
            operation.responses().findValues("schema").forEach(schema -> violationsOfAnswer(schema, nothing));
            operation.parameters().forEach(parameter -> violations(parameter.schema(), nothing));
            if (operation.body() != null) {
                violations(operation.body(), nothing);
            }
        });
    }

    private static JsonSchema compile(JsonNode schema, JsonNode components) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.putArray("allOf").add(schema);
        root.set(COMPONENTS, components);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root, config);
    }

    private static List<Operation> readOperations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(readOperation(method.getKey(), path.getKey(), method.getValue()))));
        return List.copyOf(operations);
    }

    private static Operation readOperation(String method, String path, JsonNode operation) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Operation.Parameter(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        parameter.path("required").asBoolean(),
                        parameter.path("schema"))));
        List<String> roles = new ArrayList<>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText()))));
        JsonNode content = operation.at("/requestBody/content");
        @Nullable JsonNode body = content.has("application/json") ? content.at("/application~1json/schema") : null;
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                body,
                content.has("*/*"),
                List.copyOf(roles),
                operation.path("responses"));
    }
}
