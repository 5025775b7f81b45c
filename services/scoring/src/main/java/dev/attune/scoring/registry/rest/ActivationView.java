package dev.attune.scoring.registry.rest;

import dev.attune.scoring.registry.Activation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a model began to score.
 *
 * @param actor who wanted it; null for the service itself
 * @param forced whether it was wanted although it measures worse
 */
public record ActivationView(
        long number, String version, Instant at, @Nullable String actor, String reason, boolean forced) {

    static ActivationView from(Activation activation) {
        return new ActivationView(
                activation.number(),
                activation.version(),
                activation.at(),
                activation.actor(),
                activation.reason(),
                activation.forced());
    }
}
