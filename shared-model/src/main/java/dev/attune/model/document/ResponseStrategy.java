package dev.attune.model.document;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * What a reply is to do.
 *
 * @param primaryStrategy the leading strategy's code
 * @param primaryRationale why, in two or three sentences
 * @param secondaryStrategies further strategies, most important first
 * @param toneSelection the tone
 * @param toneRationale why
 * @param pacing how fast
 * @param tacticalChoices what is done and what is left
 * @param avoidTactics failed strategies to keep away from here
 * @param specificTechniques how the strategies are put into words
 */
public record ResponseStrategy(
        String primaryStrategy,
        String primaryRationale,
        @Size(min = 2, max = 3) List<String> secondaryStrategies,
        String toneSelection,
        String toneRationale,
        @Pattern(regexp = "^(slow|measured|brisk)$") String pacing,
        @Size(min = 5, max = 8) Map<String, Boolean> tacticalChoices,
        @Size(min = 1) List<String> avoidTactics,
        @Size(min = 2, max = 3) List<Technique> specificTechniques) {

    /**
     * A technique.
     *
     * @param technique its name
     * @param application where it stands in the reply
     * @param purpose what for
     */
    public record Technique(String technique, String application, String purpose) {}
}
