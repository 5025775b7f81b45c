package dev.attune.model.conversation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
 * @param personaNote who this client is, in a line
 * @param edge which edge case it is about
 * @param document the paper that the talk is about
 * @param arc from which emotion to which it leads
 * @param client what is known of the client beyond the words
 * @param contrasts other conversations that differ from it in one respect
 * @param turns the client's messages with the answers to each
 */
@JsonNaming(SnakeCaseStrategy.class)
public record AuthoredConversation(
        @Nullable String id,
        @Nullable String system,
        @Nullable String topic,
        @Nullable String stage,
        @Nullable String tier,
        @Nullable String persona,
        @Nullable String personaNote,
        @Nullable String edge,
        @Nullable Document document,
        @Nullable Arc arc,
        @Nullable Client client,
        List<Contrast> contrasts,
        List<Turn> turns) {

    public AuthoredConversation {
        contrasts = copy(contrasts);
        turns = copy(turns);
    }

    /**
     * A paper that a conversation is about, invented.
     *
     * @param title what it is
     * @param text what it says
     */
    public record Document(String title, String text) {}

    /**
     * The way of a conversation.
     *
     * @param from the primary emotion of the first turn
     * @param to that of the last
     * @param shape what marks the way: setback, repair, referral, unresolved; empty where it goes straight
     * @param note what moves, in a line
     */
    public record Arc(
            Place from,
            Place to,
            List<String> shape,
            @Nullable String note) {

        public Arc {
            shape = copy(shape);
        }
    }

    /**
     * A place on the way.
     *
     * @param emotion the taxonomy's code
     * @param intensity 0 to 1
     */
    public record Place(String emotion, double intensity) {}

    /**
     * What the author knows of the client.
     *
     * @param moneyBelief avoidance, worship, status or vigilance
     * @param beliefOrigin where it came from
     * @param distortion a habit of thought, where there is one
     * @param readiness how ready for change: precontemplation to maintenance (Prochaska and DiClemente 1983)
     * @param learntLater a fact that comes out only after the first turn
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Client(
            String moneyBelief,
            String beliefOrigin,
            @Nullable String distortion,
            String readiness,
            String learntLater) {}

    /**
     * Another conversation that is the same in one respect and differs in the rest.
     *
     * @param kind same-question, same-emotion or same-strategy
     * @param with the other conversation's id
     * @param on the question, the emotion or the strategy
     */
    public record Contrast(String kind, String with, String on) {}

    /**
     * One client message and the answers to it.
     *
     * @param client what the client says
     * @param emotions the client's emotions, primary first
     * @param intensity how strong they are, 0 to 1
     * @param valence negative, positive or mixed
     * @param indicators the client's telling words by category
     * @param strategies what the answer should do, by the taxonomy's codes
     * @param facts the facts that the answers rely on, by their identifiers
     * @param noSoothing why soothing would be wrong here; absent where it would not
     * @param responses the candidate answers; the first is the one that was said, and the next turn replies to it
     * @param preferences which response beats which, by index into {@code responses}
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Turn(
            String client,
            List<Emotion> emotions,
            @Nullable Double intensity,
            @Nullable String valence,
            List<Indicator> indicators,
            List<String> strategies,
            List<String> facts,
            @Nullable String noSoothing,
            List<Response> responses,
            List<Preference> preferences) {

        public Turn {
            emotions = copy(emotions);
            indicators = copy(indicators);
            strategies = copy(strategies);
            facts = copy(facts);
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
     * Words of the client that tell something.
     *
     * @param category the taxonomy's code
     * @param words as they stand in the client's message
     */
    public record Indicator(String category, List<String> words) {

        public Indicator {
            words = copy(words);
        }
    }

    /**
     * One answer.
     *
     * @param text what is said
     * @param kind target, near_miss or failure
     * @param generator who made it
     * @param failure what goes wrong, by kind of failure
     * @param harm the sentence that does the harm, word for word
     * @param amounts figures that it computes
     * @param scores rubric criterion to grade, 1 to 5
     * @param reason why these grades
     */
    public record Response(
            String text,
            @Nullable String kind,
            @Nullable String generator,
            @Nullable String failure,
            @Nullable String harm,
            List<Amount> amounts,
            Map<String, Integer> scores,
            @Nullable String reason) {

        public Response {
            amounts = copy(amounts);
            scores = scores == null ? Map.of() : known(scores);
        }

        /** A criterion without a grade is not graded. */
        private static Map<String, Integer> known(Map<String, @Nullable Integer> scores) {
            Map<String, Integer> known = new TreeMap<>();
            scores.forEach((criterion, score) -> {
                if (score != null) {
                    known.put(criterion, score);
                }
            });
            return Collections.unmodifiableMap(known);
        }

        /** The mean of its scores rounded half up, 1 to 5; null where it has none. */
        public @Nullable Integer grade() {
            return scores.isEmpty()
                    ? null
                    : (int) Math.floor(scores.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .average()
                                    .orElseThrow()
                            + 0.5);
        }
    }

    /**
     * A figure that an answer computes.
     *
     * @param words as it stands in the answer
     * @param is the arithmetic behind it, of figures that were said
     * @param round to which multiple it is rounded; absent where it is exact
     */
    public record Amount(String words, String is, @Nullable Double round) {}

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
