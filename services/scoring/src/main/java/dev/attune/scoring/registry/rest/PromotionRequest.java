package dev.attune.scoring.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A promotion.
 *
 * @param force whether the model may be worse than the present one; false where it is absent
 * @param reason why
 */
public record PromotionRequest(
        @Nullable Boolean force, @NotBlank @Size(max = 1000) String reason) {}
