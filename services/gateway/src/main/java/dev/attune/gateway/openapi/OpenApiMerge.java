package dev.attune.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.attune.model.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges OpenAPI documents. Components of one name and one content are shared; where two services mean different things
 * by a name, the later one's is called {@code Name_service}, and its references with it.
 */
final class OpenApiMerge {

    private static final String COMPONENTS = "components";

    private final ObjectNode merged = Json.mapper().createObjectNode();

    OpenApiMerge() {
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Attune")
                .put("version", "1")
                .put("description", "Preference data that teaches language models emotional intelligence");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject(COMPONENTS);
    }

    /** Adds the document of a service. */
    OpenApiMerge add(String service, JsonNode document) {
        JsonNode own = rename(document, clashes(service, document.path(COMPONENTS)));
        own.path("tags").forEach(this::addTag);
        own.path("paths")
                .properties()
                .forEach(path -> merged.withObject("/paths").set(path.getKey(), path.getValue()));
        own.path(COMPONENTS).properties().forEach(kind -> {
            ObjectNode target = kindOf(kind.getKey());
            kind.getValue().properties().forEach(component -> target.set(component.getKey(), component.getValue()));
        });
        return this;
    }

    /** Adds a tag once: what every service has, such as its dead letters, has one tag in all of them. */
    private void addTag(JsonNode tag) {
        ArrayNode tags = (ArrayNode) merged.get("tags");
        if (tags.valueStream().noneMatch(present -> present.path("name").equals(tag.path("name")))) {
            tags.add(tag);
        }
    }

    /** The one document. */
    JsonNode document() {
        return merged;
    }

    private ObjectNode kindOf(String kind) {
        return merged.withObject("/" + COMPONENTS + "/" + kind);
    }

    /** References to rename: old to new. */
    private Map<String, String> clashes(String service, JsonNode components) {
        Map<String, String> renames = new HashMap<>();
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    JsonNode present = kindOf(kind.getKey()).get(component.getKey());
                    if (present != null && !present.equals(component.getValue())) {
                        String reference = "#/" + COMPONENTS + "/" + kind.getKey() + "/" + component.getKey();
                        renames.put(reference, reference + "_" + service);
                    }
                }));
        return renames;
    }

    private static JsonNode rename(JsonNode document, Map<String, String> renames) {
        if (renames.isEmpty()) {
            return document;
        }
        JsonNode copy = renameReferences(document, renames);
        renames.forEach((from, to) -> {
            String parent = from.substring(1, from.lastIndexOf('/'));
            ObjectNode kind = (ObjectNode) copy.at(parent);
            kind.set(to.substring(to.lastIndexOf('/') + 1), kind.remove(from.substring(from.lastIndexOf('/') + 1)));
        });
        return copy;
    }

    private static JsonNode renameReferences(JsonNode node, Map<String, String> renames) {
        if (node.isObject()) {
            ObjectNode copy = Json.mapper().createObjectNode();
            node.properties().forEach(field -> {
                JsonNode value = field.getValue();
                boolean reference = field.getKey().equals("$ref") && renames.containsKey(value.asText());
                copy.set(
                        field.getKey(),
                        reference ? TextNode.valueOf(renames.get(value.asText())) : renameReferences(value, renames));
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = Json.mapper().createArrayNode();
            node.forEach(element -> copy.add(renameReferences(element, renames)));
            return copy;
        }
        return node;
    }
}
