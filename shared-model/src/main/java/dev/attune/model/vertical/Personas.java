package dev.attune.model.vertical;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who talks ({@code personas.yaml}).
 *
 * @param advisor whose voice the replies have
 * @param archetypes the clients
 */
public record Personas(
        Advisor advisor, @Size(min = 20, max = 20) List<Archetype> archetypes) {

    /**
     * The advisor.
     *
     * @param name the planner
     * @param credential the planner's credential
     * @param assistant what the writing voice says of itself when it is asked
     * @param principles what she believes
     * @param habits what she does
     * @param never what she does not do
     * @param systemPrompt what a model is told that is to write for her
     */
    public record Advisor(
            String name,
            String credential,
            String assistant,
            @Size(min = 5) List<String> principles,
            @Size(min = 5) List<String> habits,
            @Size(min = 5) List<String> never,
            String systemPrompt) {}

    /**
     * A client whom one can recognise.
     *
     * @param code its stable name on the wire
     * @param name the first name
     * @param type what kind of client this is, in two or three words
     * @param age years
     * @param work what the person does or did
     * @param income US dollars a year
     * @param life who belongs to this life
     * @param literacy how much of money matters the person knows: low, medium or high
     * @param culture where the person comes from, and what of it shows when money is spoken of
     * @param belief the money belief: avoidance, worship, status or vigilance
     * @param diction how the person writes
     * @param says how the person may begin
     * @param needs what helps
     * @param avoid what closes the person up
     */
    public record Archetype(
            @Pattern(regexp = "^[a-z]+$") String code,
            String name,
            String type,
            @Min(18) @Max(110) int age,
            String work,
            @Min(0) int income,
            String life,
            Literacy literacy,
            String culture,
            MoneyBelief belief,
            String diction,
            String says,
            @Size(min = 2) List<String> needs,
            @Size(min = 1) List<String> avoid) {

        /** The age band that the person belongs to. */
        public String ageBand() {
            if (age <= 30) {
                return "25-30";
            }
            if (age <= 40) {
                return "31-40";
            }
            return age <= 50 ? "41-50" : age <= 60 ? "51-60" : "60+";
        }
    }

    /** How much of money matters somebody knows. */
    public enum Literacy {
        LOW("low"),
        MEDIUM("medium"),
        HIGH("high");

        private final String code;

        Literacy(String code) {
            this.code = code;
        }

        /** The name on the wire. */
        @JsonValue
        public String code() {
            return code;
        }
    }
}
