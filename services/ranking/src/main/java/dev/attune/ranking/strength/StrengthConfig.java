package dev.attune.ranking.strength;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How strengths are estimated. */
@ConfigMapping(prefix = "attune.ranking.strength")
public interface StrengthConfig {

    /** How far a strength may lie from what the scores say: one standard deviation, in logits. */
    @WithDefault("1")
    @Positive
    double priorDeviation();
}
