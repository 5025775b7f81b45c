package dev.attune.scoring.registry;

import dev.attune.scoring.model.ModelQuality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model in the register, without its bytes.
 *
 * @param version {@code name@hash}
 * @param number its place in the order of registration, from 1
 * @param corpusHash SHA-256 of the corpus it learnt from
 * @param rubric the rubric it scores by, {@code name@hash}
 * @param trainedAt when
 * @param quality how good it is; null until that is measured
 * @param active whether it is the one that scores
 */
public record ModelEntry(
        String version,
        long number,
        String corpusHash,
        String rubric,
        Instant trainedAt,
        @Nullable ModelQuality quality,
        boolean active) {}
