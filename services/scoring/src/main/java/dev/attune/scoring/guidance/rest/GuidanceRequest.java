package dev.attune.scoring.guidance.rest;

import dev.attune.scoring.score.rest.TextSize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A live client's message; nothing of it is kept. */
public record GuidanceRequest(
        @NotBlank @Size(max = TextSize.LARGEST) @TextSize String client) {}
