package dev.attune.model.vertical;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a corpus is held against ({@code coverage.yaml}).
 *
 * @param startingEmotions the emotions that a scenario can start from
 * @param countedEmotions the emotions that must be well covered
 * @param turnsPerEmotion turns that each counted emotion needs as the primary or secondary one
 * @param turnsPerBand turns that it needs in each band of intensity
 * @param responsesPerStrategy target responses that each strategy needs
 * @param responsesPerCombination target responses that each combination needs
 * @param combinations strategies that belong together
 * @param lengths shares of conversations by their number of turns
 * @param tiers shares of conversations by tier
 * @param edgeCases share of conversations about an edge case
 * @param quality shares of target responses by grade
 * @param archetypeTolerance by which share an archetype may have fewer or more conversations than an even spread
 */
public record CorpusTargets(
        @Size(min = 8, max = 8) List<String> startingEmotions,
        @Size(min = 12) List<String> countedEmotions,
        @Min(1) int turnsPerEmotion,
        @Min(1) int turnsPerBand,
        @Min(1) int responsesPerStrategy,
        @Min(1) int responsesPerCombination,
        @Size(min = 20, max = 20) List<@Size(min = 2, max = 3) List<String>> combinations,
        @Size(min = 1) List<Length> lengths,
        @Size(min = 1) List<Tier> tiers,
        Share edgeCases,
        @Size(min = 1) List<Grade> quality,
        @DecimalMin("0") @DecimalMax("1") double archetypeTolerance) {

    /** A range of shares, both ends included. */
    public record Share(
            @DecimalMin("0") @DecimalMax("1") double from,
            @DecimalMin("0") @DecimalMax("1") double to) {}

    /** How many conversations of a number of turns there should be. */
    public record Length(
            String name, @Min(1) int fewest, @Min(1) int most, Share share) {}

    /** How many conversations of a tier there should be. */
    public record Tier(String tier, Share share) {}

    /** How many target responses of a grade there should be. */
    public record Grade(@Min(1) int grade, Share share) {}
}
