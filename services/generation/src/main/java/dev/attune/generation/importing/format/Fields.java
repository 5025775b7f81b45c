package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.conversation.Reason;
import org.jspecify.annotations.Nullable;

/** Takes fields of the expected type out of a JSON object, or says which one is missing or wrong. */
final class Fields {

    private Fields() {}

    /** Where a field stands: its name below the place of its object. */
    static String path(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    /** Whether the field is there with a value. */
    static boolean has(JsonNode object, String name) {
        return object.hasNonNull(name);
    }

    static String text(JsonNode object, String place, String name) throws RowFault {
        JsonNode value = required(object, place, name);
        if (!value.isTextual()) {
            throw wrongType(path(place, name), "a string");
        }
        return value.textValue();
    }

    static @Nullable String optionalText(JsonNode object, String place, String name) throws RowFault {
        return has(object, name) ? text(object, place, name) : null;
    }

    static JsonNode array(JsonNode object, String place, String name) throws RowFault {
        JsonNode value = required(object, place, name);
        if (!value.isArray()) {
            throw wrongType(path(place, name), "a list");
        }
        return value;
    }

    static int index(JsonNode object, String place, String name) throws RowFault {
        JsonNode value = required(object, place, name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrongType(path(place, name), "a whole number");
        }
        return value.intValue();
    }

    /** An element of a list, which must be an object. */
    static JsonNode object(JsonNode array, int index, String place) throws RowFault {
        JsonNode value = array.get(index);
        if (!value.isObject()) {
            throw wrongType(place, "an object");
        }
        return value;
    }

    static RowFault wrongType(String field, String expected) {
        return new RowFault(Reason.WRONG_TYPE, field, "must be " + expected);
    }

    private static JsonNode required(JsonNode object, String place, String name) throws RowFault {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new RowFault(Reason.MISSING_FIELD, path(place, name), "is not there");
        }
        return value;
    }
}
