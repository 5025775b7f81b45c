package dev.attune.generation.conversation;

import dev.attune.model.conversation.Message;
import dev.attune.model.coverage.Outline;
import dev.attune.model.text.ContentHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as somebody hands it in: without identifiers of ours, not yet checked.
 *
 * @param externalId the name that it has where it comes from; null where it has none
 * @param system what the model is told before the conversation; null for nothing
 * @param opening what was said before the first turn and is not to be answered again, client and advisor in turns
 * @param turns what is to be answered
 * @param outline the labels that came with it; null where none did
 */
public record ConversationDraft(
        @Nullable String externalId,
        @Nullable String system,
        List<Message> opening,
        List<Turn> turns,
        @Nullable Outline outline) {

    public ConversationDraft {
        opening = List.copyOf(opening);
        turns = List.copyOf(turns);
    }

    /** One without labels. */
    public ConversationDraft(
            @Nullable String externalId, @Nullable String system, List<Message> opening, List<Turn> turns) {
        this(externalId, system, opening, turns, null);
    }

    /**
     * One message of the client and the answers to it.
     *
     * @param client what the client says
     * @param responses the answers; the first is the one that was said
     * @param preferences which answer beats which
     */
    public record Turn(String client, List<Response> responses, List<Preference> preferences) {
        public Turn {
            responses = List.copyOf(responses);
            preferences = List.copyOf(preferences);
        }
    }

    /**
     * One answer.
     *
     * @param text what is said
     * @param generator who made it
     */
    public record Response(String text, String generator) {}

    /**
     * A preference between two answers of one turn.
     *
     * @param chosen index of the better answer
     * @param rejected index of the worse answer
     */
    public record Preference(int chosen, int rejected) {}

    /** SHA-256 of all that is said here; the external id and the labels are not content. */
    public String contentHash() {
        List<String> parts = new ArrayList<>();
        parts.add(system == null ? "no system" : "system");
        parts.add(system == null ? "" : system);
        parts.add(String.valueOf(opening.size()));
        for (Message message : opening) {
            parts.add(message.role().code());
            parts.add(message.content());
        }
        turns.forEach(turn -> addParts(turn, parts));
        return ContentHash.ofParts(parts);
    }

    private static void addParts(Turn turn, List<String> parts) {
        parts.add(turn.client());
        parts.add(String.valueOf(turn.responses().size()));
        for (Response response : turn.responses()) {
            parts.add(response.text());
            parts.add(response.generator());
        }
        parts.add(String.valueOf(turn.preferences().size()));
        for (Preference preference : turn.preferences()) {
            parts.add(preference.chosen() + ">" + preference.rejected());
        }
    }
}
