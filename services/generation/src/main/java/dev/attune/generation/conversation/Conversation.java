package dev.attune.generation.conversation;

import dev.attune.model.conversation.Message;
import dev.attune.model.coverage.Outline;
import dev.attune.model.message.TurnState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its identifiers, whole.
 *
 * @param id the conversation
 * @param origin where it belongs and where it came from
 * @param externalId the name that it has where it comes from; null where it has none
 * @param contentHash SHA-256 of what was handed in
 * @param system what the model is told before it; null for nothing
 * @param createdAt when it was made here
 * @param turns in their order
 * @param outline the labels that came with it; null where none did
 */
public record Conversation(
        UUID id,
        Origin origin,
        @Nullable String externalId,
        String contentHash,
        @Nullable String system,
        Instant createdAt,
        List<Turn> turns,
        @Nullable Outline outline) {

    public Conversation {
        turns = List.copyOf(turns);
    }

    /**
     * Where a conversation belongs and where it came from.
     *
     * @param dataset the dataset's name
     * @param source the name of what sent it, within the dataset
     * @param importId the import that brought it; null where it was posted alone
     * @param line its line in that import
     */
    public record Origin(
            String dataset,
            String source,
            @Nullable UUID importId,
            @Nullable Long line) {}

    /**
     * One client message, what was said before it and the candidate responses to it.
     *
     * @param id the turn
     * @param number its place in the conversation, from 1; messages of an opening count
     * @param revision grows with every change, from 1
     * @param state whether candidates are still to come
     * @param history what was said before
     * @param text what the client says
     * @param responses in a stable order
     * @param preferences which response beats which, as the data had it
     */
    public record Turn(
            UUID id,
            int number,
            long revision,
            TurnState state,
            List<Message> history,
            String text,
            List<Response> responses,
            List<Preference> preferences) {

        public Turn {
            history = List.copyOf(history);
            responses = List.copyOf(responses);
            preferences = List.copyOf(preferences);
        }
    }

    /**
     * One answer to a turn.
     *
     * @param id the response
     * @param text what it says
     * @param generator who made it
     */
    public record Response(UUID id, String text, String generator) {}

    /**
     * A preference.
     *
     * @param chosen the better response
     * @param rejected the worse one
     */
    public record Preference(UUID chosen, UUID rejected) {}

    /** What makes it the same again within its dataset and source: its external id, or else its content. */
    public String key() {
        return externalId == null ? "sha256:" + contentHash : "id:" + externalId;
    }

    /** About how many characters its turns hold with their histories: the size that storing it costs. */
    public long weight() {
        long weight = 0;
        for (Turn turn : turns) {
            weight += turn.text().length();
            for (Message message : turn.history()) {
                weight += message.content().length();
            }
            for (Response response : turn.responses()) {
                weight += response.text().length();
            }
        }
        return weight;
    }

    /** The number of its responses. */
    public int responseCount() {
        return turns.stream().mapToInt(turn -> turn.responses().size()).sum();
    }
}
