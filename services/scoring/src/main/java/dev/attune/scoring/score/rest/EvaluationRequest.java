package dev.attune.scoring.score.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts to score now; nothing of them is kept.
 *
 * @param client what the client says
 * @param responses responses to it, at most 16; may be absent
 */
public record EvaluationRequest(
        @NotBlank @Size(max = TextSize.LARGEST) @TextSize String client,
        @Nullable @Size(max = 16) List<@NotBlank @Size(max = TextSize.LARGEST) @TextSize String> responses) {}
