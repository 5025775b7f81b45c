package dev.attune.scoring.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The way back to the model that scored before, and why. */
public record RollbackRequest(@NotBlank @Size(max = 1000) String reason) {}
