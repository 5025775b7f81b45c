package dev.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final String INCOMING = "mp.messaging.incoming.";

    @Test
    void shouldStateEverythingOfEachIncomingChannel() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ChannelsTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        Set<String> channels = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING))
                .map(name -> name.substring(INCOMING.length()).split("\\.", 2)[0])
                .collect(Collectors.toSet());
        assertThat(channels).containsExactly("turns-in");
        for (String channel : channels) {
            assertThat(properties)
                    .containsEntry(INCOMING + channel + ".connector", "smallrye-kafka")
                    .containsEntry(INCOMING + channel + ".group.id", "scoring")
                    .containsEntry(INCOMING + channel + ".auto.offset.reset", "earliest")
                    .containsEntry(INCOMING + channel + ".batch", "true")
                    .containsEntry(INCOMING + channel + ".commit-strategy", "latest")
                    .containsEntry(INCOMING + channel + ".failure-strategy", "fail")
                    .containsKeys(INCOMING + channel + ".topic", INCOMING + channel + ".max.poll.records");
        }
    }
}
