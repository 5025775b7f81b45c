package dev.attune.generation.importing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.generation.importing.Import;
import dev.attune.generation.importing.ImportState;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import; what was anonymised is there where its dataset anonymises. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        @JsonProperty("import") UUID id,
        String dataset,
        String source,
        String format,
        ImportState state,
        CountsView counts,
        @Nullable PersonalDataCounts anonymised,
        Instant startedAt,
        @Nullable Instant endedAt) {

    static ImportView from(Import found) {
        return new ImportView(
                found.id(),
                found.dataset(),
                found.source(),
                found.format(),
                found.state(),
                CountsView.from(found.counts()),
                found.anonymise() ? found.counts().anonymised() : null,
                found.startedAt(),
                found.endedAt());
    }
}
