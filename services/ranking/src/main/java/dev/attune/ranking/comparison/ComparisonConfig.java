package dev.attune.ranking.comparison;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How comparisons are given to raters. */
@ConfigMapping(prefix = "attune.ranking")
public interface ComparisonConfig {

    /** How many raters answer a comparison, at most; skips do not count. */
    @WithDefault("1")
    @Min(1)
    int overlap();

    /** How long a comparison stays with the rater who took it. */
    @WithDefault("PT10M")
    Duration lease();
}
