package dev.attune.standalone.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import dev.attune.model.text.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Conversations of one turn with two distinct responses and a stated preference, so that each must come out of an
 * export once, the same way round. The same seed gives the same conversations.
 */
final class Load {

    private static final List<String> WORDS = List.of(
            "letter",
            "drawer",
            "morning",
            "rent",
            "worry",
            "bonus",
            "mother",
            "account",
            "shame",
            "sleep",
            "loan",
            "quiet",
            "number",
            "envelope",
            "ask",
            "afraid",
            "plan",
            "kitchen",
            "pension",
            "brother",
            "breath",
            "bill");

    private final List<Row> rows;

    /**
     * Makes the conversations.
     *
     * @param words how long a text is
     */
    Load(long seed, int count, int words) {
        RandomGenerator random = new Random(seed);
        rows = IntStream.range(0, count)
                .mapToObj(number -> new Row(
                        "c" + seed + "-" + number,
                        text(random, "client", number, words),
                        List.of(text(random, "first", number, words), text(random, "second", number, words)),
                        random.nextInt(2)))
                .toList();
    }

    private record Row(String id, String client, List<String> responses, int chosen) {

        String json() {
            Map<String, Object> turn = Map.of(
                    "client", client,
                    "responses",
                            responses.stream().map(text -> Map.of("text", text)).toList(),
                    "preferences", List.of(Map.of("chosen", chosen, "rejected", 1 - chosen)));
            try {
                return Json.mapper().writeValueAsString(Map.of("id", id, "turns", List.of(turn)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        String hash() {
            return Load.hash(client, responses.get(chosen), responses.get(1 - chosen));
        }
    }

    int size() {
        return rows.size();
    }

    /** What identifies a conversation by its content alone. */
    static String hash(String client, String chosen, String rejected) {
        return ContentHash.ofParts(List.of(client, chosen, rejected));
    }

    /** The hashes of all conversations, sorted. */
    List<String> hashes() {
        return rows.stream().map(Row::hash).sorted().toList();
    }

    /** All rows at once. */
    InputStream whole() {
        return new ByteArrayInputStream(rows.stream()
                .map(row -> row.json() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** One row at a time with a pause before it, as a source sends that is still being written. */
    InputStream slow(Supplier<Duration> pause) {
        return new SlowLines(rows.stream().map(Row::json).toList(), pause);
    }

    private static String text(RandomGenerator random, String kind, int number, int words) {
        List<String> text = new ArrayList<>(List.of(kind, Integer.toString(number)));
        for (int i = 0; i < words; i++) {
            text.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", text);
    }
}
