package dev.attune.preference.snapshot.rest;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.snapshot.Selection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot is to hold.
 *
 * @param dataset the dataset's name
 * @param name the snapshot's name; it becomes part of file names
 * @param origins pairs of these origins alone; all where absent
 * @param minProbability how probable the order of an automated pair must be, 0.5 to 1
 */
record SnapshotRequest(
        @NotBlank String dataset,

        @NotBlank
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                message = "must have 1 to 100 letters, digits, dots, hyphens and underscores")
        String name,

        @Size(min = 1, message = "must name an origin where it is given") @Nullable
        List<@NotNull Origin> origins,

        @DecimalMin("0.5") @DecimalMax("1") @Nullable Double minProbability) {

    Selection toDomain() {
        return new Selection(
                dataset,
                name,
                origins == null ? EnumSet.allOf(Origin.class) : Set.copyOf(EnumSet.copyOf(origins)),
                minProbability);
    }
}
