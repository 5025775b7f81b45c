package dev.attune.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.ranking.comparison.ComparisonConfig;
import dev.attune.ranking.strength.StrengthConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Test
    void shouldSayEverythingOfEachIncomingChannel() {
        Properties properties = properties();
        Set<String> channels = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mp.messaging.incoming."))
                .map(name -> name.split("\\.")[3])
                .collect(Collectors.toSet());
        assertThat(channels).containsExactlyInAnyOrder("turns-in", "scores-in");
        for (String channel : channels) {
            String prefix = "mp.messaging.incoming." + channel + ".";
            assertThat(properties)
                    .containsEntry(prefix + "connector", "smallrye-kafka")
                    .containsEntry(prefix + "group.id", "ranking")
                    .containsEntry(prefix + "auto.offset.reset", "earliest")
                    .containsEntry(prefix + "batch", "true")
                    .containsEntry(prefix + "commit-strategy", "latest")
                    .containsEntry(prefix + "failure-strategy", "fail")
                    .containsKeys(prefix + "topic", prefix + "max.poll.records");
        }
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(ComparisonConfig.class)
                .withMapping(StrengthConfig.class)
                .build();
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = ConfigurationTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
