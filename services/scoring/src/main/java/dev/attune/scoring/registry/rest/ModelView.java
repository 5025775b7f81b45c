package dev.attune.scoring.registry.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.ModelEntry;
import dev.attune.scoring.registry.ModelState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param number its place in the order of the requests; it names the model as its version does
 * @param version {@code name@hash} of all that it was made of; null until it is trained
 * @param shadow whether it scores beside the active one, unpublished
 * @param judgments how many pairs that people judged it learnt from
 * @param metrics its quality on conversations that it has not seen; null until measured
 * @param failure why it could not be trained
 * @param provenance how it was trained, task by task; in a single model's view alone
 */
public record ModelView(
        long number,
        @Nullable String version,
        ModelState state,
        boolean shadow,
        String rubric,
        String dataHash,
        long judgments,
        @Nullable String requestedBy,
        Instant requestedAt,
        @Nullable Instant trainedAt,
        @Nullable ModelQuality metrics,
        @Nullable String failure,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable
        String provenance) {

    static ModelView from(ModelEntry entry) {
        return new ModelView(
                entry.number(),
                entry.version(),
                entry.state(),
                entry.shadow(),
                entry.rubric(),
                entry.dataHash(),
                entry.judgments(),
                entry.requestedBy(),
                entry.requestedAt(),
                entry.trainedAt(),
                entry.quality(),
                entry.failure(),
                entry.provenance());
    }
}
