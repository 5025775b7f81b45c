package dev.attune.model.strict;

import static dev.attune.model.strict.Breaches.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form that a JSON value must have: it can check a value, and say itself as JSON Schema 2020-12. */
sealed interface Shape {

    /** Notes every way in which the value differs. */
    void check(JsonNode value, String pointer, Breaches breaches);

    /** The schema; of a record a reference, with the record among the definitions. */
    ObjectNode schema();

    /** How many items or members there may be. */
    record Count(int min, int max) {

        static final Count ANY = new Count(0, Integer.MAX_VALUE);

        void check(int count, String of, String pointer, Breaches breaches) {
            if (count < min || count > max) {
                String allowed = max == Integer.MAX_VALUE
                        ? "at least " + min
                        : min == max ? String.valueOf(min) : "%d to %d".formatted(min, max);
                breaches.add(pointer, "must have %s %s, has %d".formatted(allowed, of, count));
            }
        }

        void describe(ObjectNode schema, String of) {
            if (min > 0) {
                schema.put("min" + of, min);
            }
            if (max < Integer.MAX_VALUE) {
                schema.put("max" + of, max);
            }
        }
    }

    /** A text that is not blank, of a pattern where there is one. */
    record Text(@Nullable Pattern pattern) implements Shape {

        private static final String NOT_BLANK = "\\S";

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            if (!value.isTextual()) {
                breaches.add(pointer, "must be a text");
            } else if (value.asText().isBlank()) {
                breaches.add(pointer, "must not be blank");
            } else if (pattern != null && !pattern.matcher(value.asText()).find()) {
                breaches.add(pointer, "must match " + pattern);
            }
        }

        @Override
        public ObjectNode schema() {
            return type("string").put("pattern", pattern == null ? NOT_BLANK : pattern.pattern());
        }
    }

    /** A point in time (RFC 3339, UTC) or a day. */
    record Time(boolean day) implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            try {
                String text = value.isTextual() ? value.asText() : "";
                Object time =
                        day ? LocalDate.parse(text) : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
                assert time != null;
            } catch (DateTimeParseException e) {
                breaches.add(
                        pointer, day ? "must be a date, as 2026-01-31" : "must be a time, as 2026-01-31T08:00:00Z");
            }
        }

        @Override
        public ObjectNode schema() {
            return type("string").put("format", day ? "date" : "date-time");
        }
    }

    /** A number within bounds. */
    record Numeric(
            boolean whole,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            if (!value.isNumber() || (whole && !value.canConvertToExactIntegral())) {
                breaches.add(pointer, whole ? "must be a whole number" : "must be a number");
                return;
            }
            BigDecimal number = value.decimalValue();
            if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
                breaches.add(pointer, "must be " + bounds());
            }
        }

        private String bounds() {
            if (min == null) {
                return "at most " + max;
            }
            return max == null ? "at least " + min : "from " + min + " to " + max;
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type(whole ? "integer" : "number");
            if (min != null) {
                schema.put("minimum", min);
            }
            if (max != null) {
                schema.put("maximum", max);
            }
            return schema;
        }
    }

    /** True or false. */
    record Flag() implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            breaches.require(value.isBoolean(), pointer, "must be true or false");
        }

        @Override
        public ObjectNode schema() {
            return type("boolean");
        }
    }

    /** One of some codes. */
    record Choice(List<String> codes) implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            breaches.require(
                    value.isTextual() && codes.contains(value.asText()),
                    pointer,
                    "must be one of " + String.join(", ", codes));
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            codes.forEach(schema.putArray("enum")::add);
            return schema;
        }
    }

    /** Any value. */
    record Any() implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            // Whatever stands there is right.
        }

        @Override
        public ObjectNode schema() {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** A list of items of one shape. */
    record Items(Shape item, Count count) implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            if (!value.isArray()) {
                breaches.add(pointer, "must be a list");
                return;
            }
            count.check(value.size(), "items", pointer, breaches);
            for (int i = 0; i < value.size(); i++) {
                item.check(value.get(i), child(pointer, i), breaches);
            }
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("array");
            schema.set("items", item.schema());
            count.describe(schema, "Items");
            return schema;
        }
    }

    /** An object whose names are free, or codes, and whose values have one shape. */
    record Members(Shape name, Shape member, Count count) implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            if (!value.isObject()) {
                breaches.add(pointer, "must be an object");
                return;
            }
            count.check(value.size(), "members", pointer, breaches);
            value.properties().forEach(entry -> {
                String at = child(pointer, entry.getKey());
                name.check(JsonNodeFactory.instance.textNode(entry.getKey()), at, breaches);
                member.check(entry.getValue(), at, breaches);
            });
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("object");
            schema.set("propertyNames", name.schema());
            schema.set("additionalProperties", member.schema());
            count.describe(schema, "Properties");
            return schema;
        }
    }

    /**
     * An object with these fields and no others.
     *
     * @param name the record's name, under which the schema defines it
     * @param fields in the record's order; filled once, so that records may hold each other
     * @param required the fields that must be there
     */
    record Fields(String name, Map<String, Shape> fields, Set<String> required) implements Shape {

        @Override
        public void check(JsonNode value, String pointer, Breaches breaches) {
            if (!value.isObject()) {
                breaches.add(pointer, "must be an object");
                return;
            }
            required.stream()
                    .filter(field -> !value.has(field))
                    .forEach(field -> breaches.add(child(pointer, field), "is missing"));
            value.properties().forEach(entry -> {
                String at = child(pointer, entry.getKey());
                @Nullable Shape field = fields.get(entry.getKey());
                if (field == null) {
                    breaches.add(at, "is no field of this format");
                } else {
                    field.check(entry.getValue(), at, breaches);
                }
            });
        }

        @Override
        public ObjectNode schema() {
            return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
        }

        /** The schema of the record itself. */
        ObjectNode definition() {
            ObjectNode schema = type("object");
            ObjectNode properties = schema.putObject("properties");
            fields.forEach((field, shape) -> properties.set(field, shape.schema()));
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
            return schema.put("additionalProperties", false);
        }
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
