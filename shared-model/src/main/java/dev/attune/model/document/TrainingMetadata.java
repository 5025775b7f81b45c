package dev.attune.model.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is learnt from a turn, and how good it is.
 *
 * @param difficultyLevel how hard the turn is to answer
 * @param keyLearningObjective what somebody learns from it
 * @param demonstratesSkills skills and strategies by their codes
 * @param conversationTurn the turn's number
 * @param emotionalProgressionTarget where the reply is to bring the client
 * @param qualityScore the overall grade, 1 to 5
 * @param qualityCriteria the grades behind it
 * @param humanReviewed whether a person reviewed it
 * @param reviewerNotes two or three sentences on it
 * @param useAsSeedExample whether it may be grown from
 * @param generateVariationsCount how many variations are worth making
 * @param variationGuidance what to vary and what to keep
 */
public record TrainingMetadata(
        @Pattern(regexp = "^(beginner|intermediate|advanced)$")
        String difficultyLevel,

        String keyLearningObjective,
        @Size(min = 4, max = 6) List<String> demonstratesSkills,
        @Min(1) int conversationTurn,
        String emotionalProgressionTarget,
        @Min(1) @Max(5) int qualityScore,
        QualityCriteria qualityCriteria,
        boolean humanReviewed,
        String reviewerNotes,
        boolean useAsSeedExample,
        @Min(0) int generateVariationsCount,
        String variationGuidance) {

    /** The grades of a reply, 1 to 5 each. */
    public record QualityCriteria(
            @Min(1) @Max(5) int empathyScore,
            @Min(1) @Max(5) int clarityScore,
            @Min(1) @Max(5) int appropriatenessScore,
            @Min(1) @Max(5) int brandVoiceAlignment) {}
}
