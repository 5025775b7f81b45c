package dev.attune.scoring.registry;

import dev.attune.scoring.model.ModelQuality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model in the register, without its bytes.
 *
 * @param number its place in the order of the requests, from 1
 * @param version {@code name@hash} of all that it was made of; null until it is trained
 * @param state where it is in its life
 * @param shadow whether it scores beside the active one, unpublished
 * @param dataHash SHA-256 of the corpus it learnt from
 * @param judgments how many judgments it learnt from besides
 * @param rubric the rubric it scores by, {@code name@hash}
 * @param requestedBy who asked for it; null for the service itself
 * @param requestedAt when
 * @param trainedAt when it was ready; null until then
 * @param quality how good it is on what it has not seen; null until that is measured
 * @param failure why it could not be trained; null where it could
 * @param provenance Tribuo's account of how it was trained, as JSON; null in lists
 */
public record ModelEntry(
        long number,
        @Nullable String version,
        ModelState state,
        boolean shadow,
        String dataHash,
        long judgments,
        String rubric,
        @Nullable String requestedBy,
        Instant requestedAt,
        @Nullable Instant trainedAt,
        @Nullable ModelQuality quality,
        @Nullable String failure,
        @Nullable String provenance) {}
