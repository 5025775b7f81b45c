package dev.attune.generation.importing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.generation.importing.Import;
import dev.attune.generation.importing.ImportStore;
import dev.attune.generation.importing.Refusal;
import dev.attune.model.text.personal.PersonalDataCounts;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is answered to an import, line by line: its refusals, page by page from the database, then the counts. */
@ApplicationScoped
class ImportReport {

    private static final int PAGE = 500;

    private final ImportStore imports;
    private final ObjectMapper json;

    ImportReport(ImportStore imports, ObjectMapper json) {
        this.imports = imports;
        this.json = json;
    }

    /** The last line. */
    @Schema(name = "ImportSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            @JsonProperty("import") UUID id,
            CountsView counts,
            @Nullable PersonalDataCounts anonymised) {

        static Summary of(Import ended) {
            return new Summary(
                    ended.id(),
                    CountsView.from(ended.counts()),
                    ended.anonymise() ? ended.counts().anonymised() : null);
        }
    }

    /** The lines. They are trees, since strings would be written as JSON strings, and these are lines of two types. */
    Multi<JsonNode> lines(Import ended) {
        Multi<JsonNode> summary = Multi.createFrom().item(() -> tree(Summary.of(ended)));
        return Multi.createBy()
                .concatenating()
                .streams(refusals(ended.id()).map(refusal -> tree(RefusalView.from(refusal))), summary);
    }

    private Multi<Refusal> refusals(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicLong::new,
                        after -> imports.refusals(id, after.get(), PAGE).invoke(page -> {
                            if (!page.isEmpty()) {
                                after.set(page.getLast().line());
                            }
                        }))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .disjoint();
    }

    private JsonNode tree(Object line) {
        return json.valueToTree(line);
    }
}
