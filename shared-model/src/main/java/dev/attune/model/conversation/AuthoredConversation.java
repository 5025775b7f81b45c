package dev.attune.model.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the compact form that people write: Attune's own JSON Lines, one conversation a line. Only
 * {@code turns[].client} is required; labels and scores are for training and are no claim about other responses.
 *
 * @param id the author's name for it, unique within its file
 * @param system what the model is told before the conversation
 * @param topic the financial topic
 * @param stage discovery, strategy or implementation
 * @param tier template, scenario or edge_case
 * @param persona the client archetype
 * @param turns the client's messages with the answers to each
 */
public record AuthoredConversation(
        @Nullable String id,
        @Nullable String system,
        @Nullable String topic,
        @Nullable String stage,
        @Nullable String tier,
        @Nullable String persona,
        List<Turn> turns) {

    public AuthoredConversation {
        turns = copy(turns);
    }

    /**
     * One client message and the answers to it.
     *
     * @param client what the client says
     * @param emotions the client's emotions, primary first
     * @param intensity how strong they are, 0 to 1
     * @param valence negative, positive or mixed
     * @param strategies what the answer should do, by the taxonomy's codes
     * @param responses the candidate answers; the first is the one that was said, and the next turn replies to it
     * @param preferences which response beats which, by index into {@code responses}
     */
    public record Turn(
            String client,
            List<Emotion> emotions,
            @Nullable Double intensity,
            @Nullable String valence,
            List<String> strategies,
            List<Response> responses,
            List<Preference> preferences) {

        public Turn {
            emotions = copy(emotions);
            strategies = copy(strategies);
            responses = copy(responses);
            preferences = copy(preferences);
        }
    }

    /**
     * An emotion that the client's words show.
     *
     * @param emotion the taxonomy's code
     * @param confidence how sure the author is, 0 to 1
     */
    public record Emotion(String emotion, double confidence) {}

    /**
     * One answer.
     *
     * @param text what is said
     * @param kind target, near_miss or failure
     * @param generator who made it
     * @param failure what goes wrong, by kind of failure
     * @param harm the sentence that does the harm, word for word
     * @param scores rubric criterion to grade, 1 to 5
     * @param reason why these grades
     */
    public record Response(
            String text,
            @Nullable String kind,
            @Nullable String generator,
            @Nullable String failure,
            @Nullable String harm,
            Map<String, Integer> scores,
            @Nullable String reason) {

        public Response {
            scores = scores == null ? Map.of() : Map.copyOf(scores);
        }
    }

    /**
     * A preference between two responses of one turn.
     *
     * @param chosen index of the better response
     * @param rejected index of the worse response
     */
    public record Preference(int chosen, int rejected) {}

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
