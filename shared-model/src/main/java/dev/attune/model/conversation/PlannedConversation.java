package dev.attune.model.conversation;

import dev.attune.model.Json;
import dev.attune.model.conversation.AuthoredConversation.Contrast;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was laid down of a conversation of the seed corpus before it was written ({@code plan.jsonl}).
 *
 * @param id its name
 * @param persona the client archetype
 * @param topic the topic
 * @param stage discovery, strategy or implementation
 * @param tier template, scenario or edge_case
 * @param edge which edge case it is about
 * @param arc from which emotion to which it leads, and what marks the way
 * @param turns how many it has
 * @param alternatives on how many of its turns a near miss and a failure stand beside the target
 * @param contrasts other conversations that differ from it in one respect
 */
public record PlannedConversation(
        String id,
        String persona,
        String topic,
        String stage,
        String tier,
        @Nullable String edge,
        AuthoredConversation.Arc arc,
        int turns,
        int alternatives,
        List<Contrast> contrasts) {

    private static final String PLAN = "/verticals/finance/corpus/plan.jsonl";

    public PlannedConversation {
        contrasts = contrasts == null ? List.of() : List.copyOf(contrasts);
    }

    /** The plan of the finance corpus: a hundred conversations. */
    public static List<PlannedConversation> finance() {
        try (InputStream in = PlannedConversation.class.getResourceAsStream(PLAN)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + PLAN);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(PlannedConversation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlannedConversation parse(String line) {
        try {
            return Json.mapper().readValue(line, PlannedConversation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
