package dev.attune.scoring.registry.rest;

import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.ModelEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param metrics its quality on conversations that it has not seen; null until measured
 */
public record ModelView(
        String version,
        long number,
        boolean active,
        String rubric,
        String corpusHash,
        Instant trainedAt,
        @Nullable Metrics metrics) {

    /** How good the model is, conversation by conversation left out of the training. */
    public record Metrics(
            int turns,
            int responses,
            int pairs,
            double emotionF1,
            double rubricError,
            double rubricBaseline,
            double pairAccuracy,
            double pairLogLoss) {

        private static Metrics from(ModelQuality quality) {
            return new Metrics(
                    quality.turns(),
                    quality.responses(),
                    quality.pairs(),
                    quality.emotionF1(),
                    quality.rubricError(),
                    quality.rubricBaseline(),
                    quality.pairAccuracy(),
                    quality.pairLogLoss());
        }
    }

    static ModelView from(ModelEntry entry) {
        return new ModelView(
                entry.version(),
                entry.number(),
                entry.active(),
                entry.rubric(),
                entry.corpusHash(),
                entry.trainedAt(),
                entry.quality() == null ? null : Metrics.from(entry.quality()));
    }
}
