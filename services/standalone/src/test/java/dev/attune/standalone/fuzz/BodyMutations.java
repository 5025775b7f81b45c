package dev.attune.standalone.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_32;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.attune.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;

/** Spoils bodies of JSON: values in their places, and the text as a whole. */
final class BodyMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "4",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e309",
            "-1e999",
            "1e-999",
            "0.4999999999",
            "1.0000000000000002",
            "1.5",
            "3.0",
            "-0",
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "1.",
            "0x10",
            "9".repeat(900),
            "9".repeat(1_100));

    private final ApiDocument document;

    BodyMutations(ApiDocument document) {
        this.document = document;
    }

    List<Mutation> all() {
        return List.of(
                inPlace(6, "another type", (random, old) -> anotherType(random)),
                inPlace(3, "null", (random, old) -> NODES.nullNode()),
                inPlace(3, "a hostile text", (random, old) -> NODES.textNode(HostileTexts.any(random))),
                inPlace(2, "a long text", (random, old) -> NODES.textNode(HostileTexts.longOne(random))),
                inPlace(
                        3,
                        "a number",
                        (random, old) -> NODES.rawValueNode(new RawValue(NUMBERS.get(random.nextInt(NUMBERS.size()))))),
                inPlace(
                        2,
                        "an empty one",
                        (random, old) -> old.isArray()
                                ? NODES.arrayNode()
                                : old.isObject() ? NODES.objectNode() : NODES.textNode("")),
                inPlace(1, "a list of many", (random, old) -> many(random, old)),
                json(3, this::leaveOut),
                json(2, this::addUnknown),
                json(2, this::duplicate),
                json(2, this::truncate),
                json(2, this::replaceWhole),
                json(2, this::appendTail),
                json(1, this::nestDeeply),
                json(2, this::encodeOddly),
                json(1, this::insertBytes));
    }

    private static Mutation json(int weight, BiConsumer<Draft, Random> spoil) {
        return new Mutation(weight, draft -> draft.json != null, spoil);
    }

    /** A new value for one place of the body. */
    private interface Change {
        JsonNode of(Random random, JsonNode old);
    }

    private Mutation inPlace(int weight, String what, Change change) {
        return json(weight, (draft, random) -> {
            JsonNode body = Objects.requireNonNull(draft.json);
            List<Place> places = new ArrayList<>();
            collect(body, "", places);
            if (!places.isEmpty()) {
                Place place = places.get(random.nextInt(places.size()));
                place.set(change.of(random, place.get()));
                judge(draft, what + " at " + place.pointer());
            }
        });
    }

    private record Place(JsonNode parent, String field, int position, String pointer) {

        JsonNode get() {
            return parent.isObject() ? parent.get(field) : parent.get(position);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(field, value);
            } else {
                ((ArrayNode) parent).set(position, value);
            }
        }
    }

    private static void collect(JsonNode node, String pointer, List<Place> places) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String inner = pointer + "/" + field.getKey();
                places.add(new Place(node, field.getKey(), 0, inner));
                collect(field.getValue(), inner, places);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, "", i, pointer + "/" + i));
            collect(node.get(i), pointer + "/" + i, places);
        }
    }

    private static JsonNode anotherType(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.numberNode(random.nextInt(5));
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.textNode(String.valueOf(random.nextInt(4)));
            case 3 -> NODES.arrayNode().add("a");
            case 4 -> NODES.objectNode().put("a", 1);
            case 5 -> NODES.textNode("true");
            case 6 -> NODES.numberNode(1.7);
            default -> NODES.textNode("00000000-0000-0000-0000-00000000000g");
        };
    }

    private static JsonNode many(Random random, JsonNode old) {
        ArrayNode array = NODES.arrayNode();
        JsonNode item = old.isArray() && !old.isEmpty() ? old.get(0) : old;
        int count = List.of(11, 17, 33, 201, 2_000).get(random.nextInt(5));
        for (int i = 0; i < count; i++) {
            array.add(item);
        }
        return array;
    }

    private void leaveOut(Draft draft, Random random) {
        List<String> fields = new ArrayList<>();
        object(draft).fieldNames().forEachRemaining(fields::add);
        if (!fields.isEmpty()) {
            String field = fields.get(random.nextInt(fields.size()));
            object(draft).remove(field);
            judge(draft, "without /" + field);
        }
    }

    private void addUnknown(Draft draft, Random random) {
        String name = random.nextBoolean() ? "unknown" : HostileTexts.any(random);
        object(draft).put(name, "x");
        judge(draft, "with an unknown field");
    }

    private void duplicate(Draft draft, Random random) {
        if (object(draft).isEmpty()) {
            return;
        }
        String text = text(draft);
        String field = object(draft).fieldNames().next();
        String doubled = "{" + quoted(field) + ":" + object(draft).get(field) + "," + text.substring(1);
        judgeText(draft, "the field " + field + " twice", doubled.getBytes(UTF_8));
    }

    private void truncate(Draft draft, Random random) {
        byte[] bytes = text(draft).getBytes(UTF_8);
        judgeText(draft, "truncated", Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    private void replaceWhole(Draft draft, Random random) {
        List<String> wholes = List.of(
                "[]",
                "\"text\"",
                "7",
                "null",
                "true",
                "{}",
                "[" + text(draft) + "]",
                " ",
                "{'a':1}",
                "{a:1}",
                "// x\n{}",
                "nul",
                "[[[[",
                "}{",
                "<xml/>",
                "a=b&c=d",
                "NaN");
        String whole = wholes.get(random.nextInt(wholes.size()));
        judgeText(draft, "another body: " + whole.substring(0, Math.min(8, whole.length())), whole.getBytes(UTF_8));
    }

    private void appendTail(Draft draft, Random random) {
        String tail = List.of("}", " {}", "x", ",", "\u0000", "\n\n7").get(random.nextInt(6));
        judgeText(draft, "with a tail", (text(draft) + tail).getBytes(UTF_8));
    }

    private void nestDeeply(Draft draft, Random random) {
        int depth = List.of(500, 999, 1_001, 20_000).get(random.nextInt(4));
        String field =
                object(draft).isEmpty() ? "a" : object(draft).fieldNames().next();
        String nested = random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        String body = "{" + quoted(random.nextBoolean() ? field : "unknown") + ":" + nested + "}";
        draft.body = body.getBytes(UTF_8);
        draft.spoil("body: " + depth + " deep", Expectation.REFUSED);
    }

    private void encodeOddly(Draft draft, Random random) {
        String text = text(draft);
        byte[] bytes = switch (random.nextInt(4)) {
            case 0 -> text.getBytes(UTF_16);
            case 1 -> ("\ufeff" + text).getBytes(UTF_8);
            case 2 -> text.replaceFirst("\"", "\"\u00e9").getBytes(ISO_8859_1);
            default -> text.getBytes(UTF_32);
        };
        draft.body = bytes;
        draft.spoil("body: oddly encoded", Expectation.DOCUMENTED);
    }

    private void insertBytes(Draft draft, Random random) {
        byte[] bytes = text(draft).getBytes(UTF_8);
        byte[] bad = {(byte) 0xc0, (byte) 0xff, (byte) 0xed, 0, 0x1b, (byte) 0xf8};
        bytes[random.nextInt(bytes.length)] = bad[random.nextInt(bad.length)];
        draft.body = bytes;
        draft.spoil("body: a bad byte", Expectation.DOCUMENTED);
    }

    private static ObjectNode object(Draft draft) {
        return (ObjectNode) Objects.requireNonNull(draft.json);
    }

    /** Whether the spoilt body must be refused: it must where the document says so. */
    private void judge(Draft draft, String what) {
        judgeText(draft, what, text(draft).getBytes(UTF_8));
    }

    private void judgeText(Draft draft, String what, byte[] bytes) {
        draft.body = bytes;
        boolean breaks;
        try {
            JsonNode read = STRICT.readTree(bytes);
            breaks = read == null
                    || read.isMissingNode()
                    || !document.violations(Objects.requireNonNull(draft.operation.body()), read)
                            .isEmpty();
        } catch (IOException e) {
            breaks = true;
        }
        draft.spoil("body: " + what, breaks ? Expectation.REFUSED : Expectation.DOCUMENTED);
    }

    static String text(Draft draft) {
        try {
            return Json.mapper().writeValueAsString(draft.json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String name) {
        return NODES.textNode(name).toString();
    }
}
