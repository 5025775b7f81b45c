package dev.attune.ranking.judgment.rest;

import dev.attune.model.judgment.Outcome;
import dev.attune.ranking.judgment.Answer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a comparison.
 *
 * @param comparison the comparison that the caller holds
 * @param outcome {@code left}, {@code right}, {@code tie}, {@code both_bad} or {@code skip}
 * @param degree how much better, 1 (slightly) to 3 (much)
 * @param reasons why, up to ten short texts
 * @param comment anything else
 * @param seconds how long it took
 */
record JudgmentRequest(
        @NotNull UUID comparison,
        @NotNull Outcome outcome,
        @Nullable @Min(1) @Max(3) Integer degree,

        @Nullable @Size(max = 10)
        List<@NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = NUL) String> reasons,

        @Nullable @Size(max = 2000) @Pattern(regexp = NO_NUL, message = NUL)
        String comment,

        @Nullable @Min(0) Integer seconds) {

    /** The one character that the database's texts cannot hold. */
    private static final String NO_NUL = "[^\\x00]*";

    private static final String NUL = "must not contain the character NUL";

    Answer toDomain() {
        return new Answer(comparison, outcome, degree, reasons == null ? List.of() : reasons, comment, seconds);
    }
}
