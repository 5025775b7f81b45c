package dev.attune.scoring.registry.rest;

import org.jspecify.annotations.Nullable;

/**
 * A model to be trained.
 *
 * @param judgments whether it learns from what raters preferred, beside the corpus; true where it is absent
 */
public record TrainingRequest(@Nullable Boolean judgments) {}
