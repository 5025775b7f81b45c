package dev.attune.generation.generator;

import dev.attune.model.conversation.Message;
import dev.attune.model.text.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses among phrases: always the same for the same turn, and none again that the conversation has heard. */
final class Picker {

    private final String seed;
    private final String heard;

    private Picker(String seed, String heard) {
        this.seed = seed;
        this.heard = heard;
    }

    static Picker of(TurnContext context) {
        List<String> parts = new ArrayList<>();
        context.history().forEach(message -> parts.add(message.content()));
        parts.add(context.text());
        String heard = context.history().stream().map(Message::content).collect(Collectors.joining("\n"));
        return new Picker(ContentHash.ofParts(parts), heard);
    }

    /** One of the options for a place in the answer. */
    String pick(String place, List<String> options) {
        String hash = ContentHash.ofParts(List.of(seed, place));
        int start = (int) (Long.parseLong(hash.substring(0, 15), 16) % options.size());
        for (int i = 0; i < options.size(); i++) {
            String option = options.get((start + i) % options.size());
            if (!heard.contains(option)) {
                return option;
            }
        }
        return options.get(start);
    }
}
