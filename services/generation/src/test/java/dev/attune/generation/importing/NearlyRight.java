package dev.attune.generation.importing;

import dev.attune.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes JSON objects of the names and words that the formats know, in every wrong combination. */
final class NearlyRight {

    private static final List<String> NAMES = List.of(
            "messages",
            "role",
            "content",
            "prompt",
            "chosen",
            "rejected",
            "turns",
            "client",
            "responses",
            "text",
            "type",
            "preferences",
            "generator",
            "id",
            "system");
    private static final List<String> WORDS = List.of(
            "user",
            "assistant",
            "system",
            "tool",
            "text",
            "",
            " ",
            "\n\nHuman: a\n\nAssistant: b",
            "\n\nAssistant:",
            "\u0000",
            "\uD800",
            "hello",
            "\n\nHuman: a\n\nAssistant: c");

    private NearlyRight() {}

    static String row(Random random) {
        try {
            return Json.mapper().writeValueAsString(object(random, 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> object(Random random, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            object.put(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
        }
        return object;
    }

    private static @Nullable Object value(Random random, int depth) {
        int kind = depth <= 0 ? random.nextInt(4) : random.nextInt(10);
        return switch (kind) {
            case 0 -> null;
            case 1 -> random.nextInt(4) - 1;
            case 2, 3, 4 -> WORDS.get(random.nextInt(WORDS.size()));
            case 5 -> object(random, depth);
            default -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(random.nextInt(5) == 0 ? value(random, depth - 1) : object(random, depth));
                }
                yield list;
            }
        };
    }
}
