package dev.attune.model.message;

import dev.attune.model.conversation.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The full state of a turn. Of two messages about one turn the greater revision holds.
 *
 * @param dataset the dataset's name
 * @param importId the import that brought it; null where it was posted alone
 * @param conversationId the conversation; the message's key
 * @param turnId the turn
 * @param turnNumber its place in the conversation, from 1
 * @param revision grows with every change of the turn, from 1
 * @param state whether candidates are still to come
 * @param history what was said before, roles alternating after an optional system message
 * @param text what the client says in this turn
 * @param candidates the responses to it, in a stable order
 * @param preferences which response beats which, as the imported data had it
 */
public record TurnChanged(
        String dataset,
        @Nullable UUID importId,
        UUID conversationId,
        UUID turnId,
        int turnNumber,
        long revision,
        TurnState state,
        List<Message> history,
        String text,
        List<Candidate> candidates,
        List<Preference> preferences) {

    public TurnChanged {
        history = List.copyOf(history);
        candidates = List.copyOf(candidates);
        preferences = List.copyOf(preferences);
    }

    /**
     * One response that competes.
     *
     * @param responseId the response
     * @param text what it says
     * @param generator who made it: a generator's name, {@code imported}, or {@code author}
     */
    public record Candidate(UUID responseId, String text, String generator) {}

    /**
     * An imported preference.
     *
     * @param chosen the better response
     * @param rejected the worse response
     */
    public record Preference(UUID chosen, UUID rejected) {}
}
