package dev.attune.preference.combination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** How turns and rankings are combined. */
@ConfigMapping(prefix = "attune.preference")
public interface CombinationConfig {

    /** How probable the order of a pair must be that nobody judged, 0.5 to 1; below it the pair is undecided. */
    @WithDefault("0.6")
    @DecimalMin("0.5")
    @DecimalMax("1")
    double minProbability();
}
