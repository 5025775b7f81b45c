package dev.attune.generation.dataset.rest;

import dev.attune.generation.dataset.Dataset;
import dev.attune.generation.dataset.DatasetName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A dataset to make.
 *
 * @param name its identity
 * @param vertical {@code finance} where it is not said
 * @param licence the terms of its data
 * @param description what it is
 * @param anonymise whether personal data are replaced before anything is stored; must be said
 */
public record DatasetRequest(
        @NotNull
        @Pattern(regexp = DatasetName.FORM, message = "must be 1 to 63 of a-z, 0-9 and -, and not begin with -")
        String name,

        @Pattern(regexp = DatasetName.FORM, message = "must be 1 to 63 of a-z, 0-9 and -, and not begin with -")
        @Nullable
        String vertical,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must not hold control characters")
        String licence,

        @Size(max = 2000) @Pattern(regexp = "[^\\x00]*", message = "must not hold the character NUL") @Nullable
        String description,

        @NotNull Boolean anonymise) {

    Dataset toDomain() {
        return new Dataset(
                name,
                vertical == null ? "finance" : vertical,
                licence,
                description,
                anonymise,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
