package dev.attune.model.vertical;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What an advisor can do with a turn ({@code strategies.yaml}).
 *
 * @param categories the seven kinds of strategies
 * @param strategies the strategies
 * @param skills smaller skills that a reply can show besides
 */
public record Strategies(
        @Size(min = 7, max = 7) List<Category> categories,
        @Size(min = 18) List<Strategy> strategies,
        @Size(min = 4) List<Skill> skills) {

    /** Whether a strategy belongs to the first lessons. */
    public enum Level {
        CORE("core"),
        ADVANCED("advanced");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        /** The name on the wire. */
        @JsonValue
        public String code() {
            return code;
        }
    }

    /** The four fields of emotional competence (Goleman, Boyatzis and McKee 2002). */
    public enum Competence {
        SELF_AWARENESS("self-awareness"),
        SELF_MANAGEMENT("self-management"),
        SOCIAL_AWARENESS("social-awareness"),
        RELATIONSHIP_MANAGEMENT("relationship-management");

        private final String code;

        Competence(String code) {
            this.code = code;
        }

        /** The name on the wire. */
        @JsonValue
        public String code() {
            return code;
        }
    }

    /** A kind of strategies. */
    public record Category(String code, String title, String definition) {}

    /**
     * A strategy.
     *
     * @param code its stable name on the wire
     * @param category the category's code
     * @param level core or advanced
     * @param competence which competence of the advisor it asks for
     * @param definition what the advisor does
     * @param fits the states that it is made for
     * @param harms when it does harm, and the states in which it is not to lead
     * @param cues how one sees in a reply that it is used
     * @param examples sentences of advisors
     * @param quality what tells it done well from done badly
     * @param cultural how it is adapted
     * @param objective what somebody learns from an example of it
     */
    public record Strategy(
            String code,
            String category,
            Level level,
            Competence competence,
            String definition,
            Fit fits,
            Harm harms,
            @Size(min = 2) List<String> cues,
            @Size(min = 2) List<String> examples,
            @Size(min = 2) List<String> quality,
            String cultural,
            String objective) {}

    /**
     * When a strategy fits.
     *
     * @param when in words
     * @param emotions the states, best first
     * @param from the least intensity of the client's state, 0 to 1
     * @param to the greatest
     */
    public record Fit(
            String when,
            List<String> emotions,
            @DecimalMin("0") @DecimalMax("1") double from,
            @DecimalMin("0") @DecimalMax("1") double to) {}

    /**
     * When a strategy harms.
     *
     * @param when in words
     * @param emotions the states in which it must not lead
     */
    public record Harm(String when, List<String> emotions) {}

    /** A skill that a reply can show. */
    public record Skill(String code, String title, String definition) {}
}
