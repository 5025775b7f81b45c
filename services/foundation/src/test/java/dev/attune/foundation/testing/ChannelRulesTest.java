package dev.attune.foundation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelRulesTest {

    private static final String PREFIX = "mp.messaging.incoming.turns-in.";

    @Test
    void shouldAcceptAChannelThatStatesEverything() {
        assertThat(ChannelRules.faults(whole(), Set.of("turns-in"))).isEmpty();
    }

    @Test
    void shouldNameEverySettingThatIsNotStated() {
        for (String name : whole().stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                Properties properties = whole();
                properties.remove(name);

                assertThat(ChannelRules.faults(properties, Set.of("turns-in")))
                        .singleElement()
                        .asString()
                        .startsWith("turns-in: " + name.substring(PREFIX.length()) + " must be ");
            }
        }
    }

    @Test
    void shouldRefuseOtherValues() {
        Properties properties = whole();
        properties.setProperty(PREFIX + "group.id", "scoring");
        properties.setProperty(PREFIX + "topic", "attune.scores");
        properties.setProperty(PREFIX + "max.poll.records", "0");

        assertThat(ChannelRules.faults(properties, Set.of("turns-in")))
                .containsExactly(
                        "turns-in: group.id must be ranking, is scoring",
                        "turns-in: topic must be the one that the channel is called after, is attune.scores",
                        "turns-in: max.poll.records must be 1 to 1000, is 0");
    }

    @Test
    void shouldFindAChannelThatOnlyTheCodeOrOnlyThePropertiesHave() {
        assertThat(ChannelRules.faults(whole(), Set.of("turns-in", "scores-in")))
                .hasSize(8)
                .allMatch(fault -> fault.startsWith("scores-in: "));
        assertThat(ChannelRules.faults(whole(), Set.of())).containsExactly("turns-in: no method consumes it");
    }

    @Test
    void shouldCheckTheServiceOfTheClassPath() {
        ChannelRules.check();
    }

    private static Properties whole() {
        Properties properties = new Properties();
        properties.setProperty("quarkus.application.name", "ranking");
        properties.setProperty(PREFIX + "connector", "smallrye-kafka");
        properties.setProperty(PREFIX + "topic", "attune.turns");
        properties.setProperty(PREFIX + "group.id", "ranking");
        properties.setProperty(PREFIX + "auto.offset.reset", "earliest");
        properties.setProperty(PREFIX + "batch", "true");
        properties.setProperty(PREFIX + "commit-strategy", "latest");
        properties.setProperty(PREFIX + "failure-strategy", "fail");
        properties.setProperty(PREFIX + "max.poll.records", "200");
        return properties;
    }
}
