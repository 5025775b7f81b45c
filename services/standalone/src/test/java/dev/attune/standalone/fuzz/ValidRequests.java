package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.Json;
import dev.attune.standalone.fuzz.Operation.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that keep to the document and name what exists. What the document cannot say stands here. */
final class ValidRequests {

    private static final List<String> TEXTS = List.of(
            "I hid the bill again.",
            "What was it like to open it? \ud83d\ude31",
            "\u05e9\u05dc\u05d5\u05dd",
            "<b>bold</b> & \"quoted\"",
            "'; drop table turns; --",
            "=1+1",
            "line\nline\ttab");

    private final ApiDocument document;
    private final World world;

    ValidRequests(ApiDocument document, World world) {
        this.document = document;
        this.world = world;
    }

    Draft make(Operation operation, int index, Random random) {
        Draft draft = new Draft(operation, index);
        String role = operation.roles().isEmpty()
                ? "admin"
                : operation.roles().get(random.nextInt(operation.roles().size()));
        draft.authorization = "Bearer " + world.token(role);
        fillPath(draft, random);
        fillQuery(draft, random);
        if (operation.hasParameter("Idempotency-Key") && random.nextInt(3) == 0) {
            draft.headers.put("Idempotency-Key", "fuzz-" + index);
        }
        JsonNode schema = operation.body();
        if (schema != null) {
            draft.contentType = "application/json";
            draft.json = value(schema, "", draft, random);
            if (operation.name().equals("POST /v1/models")) {
                // Every judgment makes another model, which takes all processors for a while.
                ((ObjectNode) draft.json).put("judgments", false);
            }
        } else if (operation.streams()) {
            draft.contentType = "application/x-ndjson";
            draft.body = ImportBodies.good(
                    Objects.requireNonNull(draft.query.get("format")).getFirst(), index, random);
        }
        return draft;
    }

    private void fillPath(Draft draft, Random random) {
        Operation operation = draft.operation;
        String[] segments = operation.path().split("[/:]", -1);
        boolean consumes =
                operation.method().equals("DELETE") || operation.path().endsWith(":replay");
        if (operation.hasParameter("service")) {
            draft.path.put("service", service(operation, random));
        }
        for (Parameter parameter : operation.parametersIn("path")) {
            if (parameter.name().equals("service")) {
                continue;
            }
            String kind = segments[2].equals("dead-letters") ? "letters of " + draft.path.get("service") : segments[2];
            String spare = world.all("spare " + kind).isEmpty() ? kind : "spare " + kind;
            draft.path.put(parameter.name(), consumes ? world.next(spare, random) : world.any(kind, random));
        }
    }

    /** Replaying all letters takes those of one service away, so that the others keep theirs. */
    private static String service(Operation operation, Random random) {
        return operation.hasParameter("id") || operation.method().equals("GET")
                ? List.of("generation", "scoring", "ranking").get(random.nextInt(3))
                : "preference";
    }

    private void fillQuery(Draft draft, Random random) {
        Operation operation = draft.operation;
        for (Parameter parameter : operation.parametersIn("query")) {
            if (parameter.required() || parameter.name().equals("limit") || random.nextInt(3) == 0) {
                List<String> values = queryValues(parameter, draft, random);
                if (!values.isEmpty()) {
                    draft.query.put(parameter.name(), values);
                }
            }
        }
        // The document cannot say that two parameters exclude each other.
        if (operation.path().equals("/v1/progress")) {
            draft.query.clear();
            String name = random.nextBoolean() ? "dataset" : "import";
            draft.query.put(name, List.of(world.any(name + "s", random)));
        }
        if (draft.query.containsKey("turn")) {
            draft.query.remove("dataset");
        }
    }

    private List<String> queryValues(Parameter parameter, Draft draft, Random random) {
        JsonNode schema = document.resolved(parameter.schema());
        if (schema.path("type").asText().equals("array")) {
            // Of its own for each parameter, since nobody is both client and advisor.
            return array(schema, parameter.name(), draft, random)
                    .valueStream()
                    .map(value -> parameter.name() + " " + value.asText())
                    .toList();
        }
        @Nullable String value = queryValue(parameter, schema, draft, random);
        return value == null ? List.of() : List.of(value);
    }

    private @Nullable String queryValue(Parameter parameter, JsonNode schema, Draft draft, Random random) {
        return switch (parameter.name()) {
            case "dataset", "turn", "import" -> world.any(parameter.name() + "s", random);
            case "left", "right" -> world.any("models", random);
            case "after" -> world.cursor(draft.operation.name());
            // Long pages cost much and tell little more than short ones.
            case "limit" -> String.valueOf(1 + random.nextInt(random.nextInt(50) == 0 ? 500 : 8));
            case "source" -> "fuzz:" + random.nextInt(100);
            default -> value(schema, parameter.name(), draft, random).asText();
        };
    }

    private JsonNode value(JsonNode described, String name, Draft draft, Random random) {
        JsonNode schema = document.resolved(described);
        if (schema.has("anyOf")) {
            return value(schema.at("/anyOf/0"), name, draft, random);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema, draft, random);
            case "array" -> array(schema, name, draft, random);
            case "boolean" -> Json.mapper().getNodeFactory().booleanNode(random.nextBoolean());
            case "integer" ->
                Json.mapper()
                        .getNodeFactory()
                        .numberNode(between(
                                schema.path("minimum").asInt(0),
                                schema.path("maximum").asInt(1000),
                                random));
            case "number" -> Json.mapper().getNodeFactory().numberNode(number(schema, random));
            default -> Json.mapper().getNodeFactory().textNode(text(schema, name, draft, random));
        };
    }

    private static double number(JsonNode schema, Random random) {
        double least = schema.path("minimum").asDouble(0);
        return least + random.nextDouble() * (schema.path("maximum").asDouble(1) - least);
    }

    private static int between(int least, int most, Random random) {
        return least + random.nextInt(most - least + 1);
    }

    private ObjectNode object(JsonNode schema, Draft draft, Random random) {
        ObjectNode object = Json.mapper().createObjectNode();
        List<JsonNode> required = schema.path("required").valueStream().toList();
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            if (required.stream().noneMatch(field -> field.asText().equals(name)) && random.nextBoolean()) {
                return;
            }
            object.set(name, name.equals("turns") ? turns(random) : value(property.getValue(), name, draft, random));
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, Draft draft, Random random) {
        ArrayNode array = Json.mapper().createArrayNode();
        int size = between(
                schema.path("minItems").asInt(0),
                Math.min(3, schema.path("maxItems").asInt(3)),
                random);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), name, draft, random));
        }
        return array;
    }

    private String text(JsonNode schema, String name, Draft draft, Random random) {
        String unique = draft.index + "-" + random.nextInt(1000);
        return switch (name) {
            case "dataset" -> world.any("datasets", random);
            case "comparison" -> lease(draft, random);
            case "name" -> "fuzz-" + unique;
            case "vertical" -> "finance";
            case "id" -> "id-" + unique;
            case "source" -> "fuzz/" + random.nextInt(9);
            case "generator" -> "model-" + random.nextInt(9);
            default -> {
                if (schema.path("format").asText().equals("uuid")) {
                    yield new UUID(random.nextLong(), random.nextLong()).toString();
                }
                String text = TEXTS.get(random.nextInt(TEXTS.size())) + " " + unique;
                boolean fits = document.violations(
                                schema, Json.mapper().getNodeFactory().textNode(text))
                        .isEmpty();
                yield fits ? text : "plain " + unique;
            }
        };
    }

    /** Who holds the comparison asks. */
    private String lease(Draft draft, Random random) {
        World.Lease lease = random.nextInt(4) == 0 ? world.nextLease() : null;
        if (lease == null) {
            return world.any("comparisons", random);
        }
        draft.authorization = "Bearer " + lease.token();
        return lease.comparison();
    }

    /** Responses differ, preferences name them, and only the last turn may go without. */
    private static ArrayNode turns(Random random) {
        ArrayNode turns = Json.mapper().createArrayNode();
        int count = between(1, 3, random);
        for (int turn = 0; turn < count; turn++) {
            ObjectNode said =
                    turns.addObject().put("client", TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt());
            int responses = between(turn + 1 < count ? 1 : 0, 3, random);
            ArrayNode answers = said.putArray("responses");
            for (int i = 0; i < responses; i++) {
                answers.addObject().put("text", TEXTS.get(i) + random.nextInt()).put("generator", "model-" + i);
            }
            if (responses > 1 && random.nextBoolean()) {
                said.putArray("preferences").addObject().put("chosen", 1).put("rejected", 0);
            }
        }
        return turns;
    }
}
