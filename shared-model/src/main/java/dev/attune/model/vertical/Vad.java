package dev.attune.model.vertical;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * A place in the space of valence, arousal and dominance (Mehrabian and Russell 1974), each from -1 to 1.
 *
 * @param valence unpleasant to pleasant
 * @param arousal calm to excited
 * @param dominance overpowered to in control
 */
public record Vad(
        @DecimalMin("-1") @DecimalMax("1") double valence,
        @DecimalMin("-1") @DecimalMax("1") double arousal,
        @DecimalMin("-1") @DecimalMax("1") double dominance) {}
