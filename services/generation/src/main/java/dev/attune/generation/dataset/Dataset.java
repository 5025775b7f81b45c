package dev.attune.generation.dataset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dataset; it is never changed.
 *
 * @param name its identity, see {@link DatasetName}
 * @param vertical the field that its conversations are of, such as {@code finance}
 * @param licence the terms that its data are under, such as {@code Apache-2.0}
 * @param description what it is, for people
 * @param anonymise whether conversations are anonymised before they are stored
 * @param createdAt when it was made here
 */
public record Dataset(
        String name,
        String vertical,
        String licence,
        @Nullable String description,
        boolean anonymise,
        Instant createdAt) {

    /** Whether the other one says the same; the times do not matter. */
    public boolean sameContent(Dataset other) {
        return equals(
                new Dataset(other.name, other.vertical, other.licence, other.description, other.anonymise, createdAt));
    }
}
