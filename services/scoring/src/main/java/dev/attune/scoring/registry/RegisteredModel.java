package dev.attune.scoring.registry;

import dev.attune.scoring.model.ScoringModel;

/**
 * The model that scores.
 *
 * @param version {@code name@hash} of all that it was made of
 * @param number its place in the order of registration; of two scores of one turn the greater number's holds
 * @param rubric the rubric that it scores by, {@code name@hash}
 * @param model the model itself
 */
public record RegisteredModel(String version, long number, String rubric, ScoringModel model) {}
