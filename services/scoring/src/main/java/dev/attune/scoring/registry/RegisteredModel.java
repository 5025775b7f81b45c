package dev.attune.scoring.registry;

import dev.attune.scoring.model.ScoringModel;

/**
 * A model that scores.
 *
 * @param version {@code name@hash} of all that it was made of
 * @param number its number in the register
 * @param activation the activation that it scores by; of two scores of one turn the greater one's holds. 0 for a model that only watches
 * @param rubric the rubric that it scores by, {@code name@hash}
 * @param model the model itself
 */
public record RegisteredModel(String version, long number, long activation, String rubric, ScoringModel model) {}
