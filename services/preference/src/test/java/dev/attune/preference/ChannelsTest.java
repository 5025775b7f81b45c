package dev.attune.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final String PREFIX = "mp.messaging.incoming.";

    @Test
    void shouldStateEverySettingOfEveryIncomingChannel() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ChannelsTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }

        Set<String> channels = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());

        assertThat(channels).containsExactlyInAnyOrder("turns-in", "scores-in", "rankings-in");
        Map<String, String> required = Map.of(
                "connector", "smallrye-kafka",
                "group.id", "preference",
                "auto.offset.reset", "earliest",
                "batch", "true",
                "commit-strategy", "latest",
                "failure-strategy", "fail");
        for (String channel : channels) {
            required.forEach((setting, value) -> assertThat(properties.getProperty(PREFIX + channel + "." + setting))
                    .as(channel + " " + setting)
                    .isEqualTo(value));
            assertThat(properties.getProperty(PREFIX + channel + ".topic"))
                    .isEqualTo("attune." + channel.replace("-in", ""));
            assertThat(Integer.parseInt(properties.getProperty(PREFIX + channel + ".max.poll.records")))
                    .isBetween(1, 1_000);
        }
    }
}
