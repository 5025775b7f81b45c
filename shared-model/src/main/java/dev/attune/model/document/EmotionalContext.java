package dev.attune.model.document;

import dev.attune.model.vertical.Vad;
import dev.attune.model.vertical.Valence;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the client's message shows.
 *
 * @param detectedEmotions the emotions
 * @param emotionalIndicators by category the very words of the message; a category that was looked for without finding any is
 *     there with an empty list
 * @param emotionalProgression what changed since the turn before; from the second turn
 * @param behavioralAssessment what it tells of the client
 * @param clientNeedsHierarchy what the client needs, first things first
 * @param redFlags what must not be missed; empty where there is nothing
 */
public record EmotionalContext(
        DetectedEmotions detectedEmotions,
        @Size(min = 4, max = 6) Map<String, List<String>> emotionalIndicators,
        @Nullable EmotionalProgression emotionalProgression,
        BehavioralAssessment behavioralAssessment,
        @Size(min = 3, max = 4) List<Need> clientNeedsHierarchy,
        List<String> redFlags) {

    /**
     * The emotions of a message.
     *
     * @param primary the first
     * @param primaryConfidence how sure that is, 0 to 1
     * @param secondary the second
     * @param secondaryConfidence not greater than the primary's
     * @param tertiary a third
     * @param tertiaryConfidence not greater than the secondary's
     * @param intensity how strong they are, 0 to 1
     * @param valence whether they are pleasant
     * @param dimensions where they lie in the space of valence, arousal and dominance
     */
    public record DetectedEmotions(
            String primary,
            @DecimalMin("0") @DecimalMax("1") double primaryConfidence,
            String secondary,
            @DecimalMin("0") @DecimalMax("1") double secondaryConfidence,
            @Nullable String tertiary,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double tertiaryConfidence,
            @DecimalMin("0") @DecimalMax("1") double intensity,
            Valence valence,
            Vad dimensions) {}

    /**
     * What changed since the turn before.
     *
     * @param before the primary emotion then
     * @param now the primary emotion now
     * @param trajectory where it goes
     * @param interpretation in words
     */
    public record EmotionalProgression(
            String before,
            String now,

            @Pattern(regexp = "^(easing|intensifying|shifting|steady)$")
            String trajectory,

            String interpretation) {}

    /**
     * What a message tells of the client.
     *
     * @param riskLevel of harm: low, moderate, high or acute
     * @param engagementReadiness for a next step
     * @param knowledgeLevel of the matter
     * @param trustLevel in the advisor
     */
    public record BehavioralAssessment(
            @Pattern(regexp = "^(low|moderate|high|acute)$") String riskLevel,
            @Pattern(regexp = LEVELS) String engagementReadiness,
            @Pattern(regexp = LEVELS) String knowledgeLevel,
            @Pattern(regexp = LEVELS) String trustLevel) {

        private static final String LEVELS = "^(low|medium|high)$";
    }

    /**
     * A need.
     *
     * @param priority from 1, the most urgent
     * @param need what is needed
     * @param rationale why
     */
    public record Need(@Min(1) int priority, String need, String rationale) {}
}
