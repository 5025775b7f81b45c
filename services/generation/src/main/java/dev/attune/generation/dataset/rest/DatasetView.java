package dev.attune.generation.dataset.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.generation.dataset.Dataset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dataset. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetView(
        String name,
        String vertical,
        String licence,
        @Nullable String description,
        boolean anonymise,
        Instant createdAt) {

    static DatasetView from(Dataset dataset) {
        return new DatasetView(
                dataset.name(),
                dataset.vertical(),
                dataset.licence(),
                dataset.description(),
                dataset.anonymise(),
                dataset.createdAt());
    }
}
