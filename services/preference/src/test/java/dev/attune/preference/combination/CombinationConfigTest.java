package dev.attune.preference.combination;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CombinationConfigTest {

    @Test
    void shouldHaveDefaultsAndNames() {
        assertThat(config(Map.of()).minProbability()).isEqualTo(0.6);
        assertThat(config(Map.of("attune.preference.min-probability", "0.75")).minProbability())
                .isEqualTo(0.75);
    }

    private static CombinationConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(CombinationConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(CombinationConfig.class);
    }
}
