package dev.attune.scoring.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a model began to score.
 *
 * @param number its place in the order of activations; of two scores of one turn the greater one's holds
 * @param model the model's number
 * @param version the model
 * @param at when
 * @param actor who wanted it; null for the service itself
 * @param reason why
 * @param forced whether it was wanted although it measures worse
 */
public record Activation(
        long number,
        long model,
        String version,
        Instant at,
        @Nullable String actor,
        String reason,
        boolean forced) {}
