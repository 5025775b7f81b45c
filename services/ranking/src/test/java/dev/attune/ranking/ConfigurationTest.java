package dev.attune.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.ranking.comparison.ComparisonConfig;
import dev.attune.ranking.strength.StrengthConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void shouldHaveDefaults() {
        SmallRyeConfig config = config(Map.of());
        assertThat(config.getConfigMapping(ComparisonConfig.class).overlap()).isEqualTo(1);
        assertThat(config.getConfigMapping(ComparisonConfig.class).lease()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.getConfigMapping(StrengthConfig.class).priorDeviation())
                .isEqualTo(1.0);
    }

    @Test
    void shouldReadEveryProperty() {
        SmallRyeConfig config = config(Map.of(
                "attune.ranking.overlap", "3",
                "attune.ranking.lease", "PT30S",
                "attune.ranking.strength.prior-deviation", "2.5"));
        assertThat(config.getConfigMapping(ComparisonConfig.class).overlap()).isEqualTo(3);
        assertThat(config.getConfigMapping(ComparisonConfig.class).lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.getConfigMapping(StrengthConfig.class).priorDeviation())
                .isEqualTo(2.5);
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(ComparisonConfig.class)
                .withMapping(StrengthConfig.class)
                .build();
    }
}
