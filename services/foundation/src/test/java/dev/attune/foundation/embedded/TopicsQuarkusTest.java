package dev.attune.foundation.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.message.MessageType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class TopicsQuarkusTest {

    /** The broker looks every five minutes and leaves the file for another one. */
    private static final Duration DELAY = Duration.ofMinutes(6);

    @Test
    void shouldKeepNoRecordForMoreThanSevenDays() throws Exception {
        String address = ConfigProvider.getConfig().getValue("attune.kafka.address", String.class);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            ConfigResource turns = new ConfigResource(ConfigResource.Type.TOPIC, MessageType.TURN_CHANGED.topic());
            AlterConfigOp longer = new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(turns, List.of(longer))).all().get();

            EmbeddedBroker.createTopics(address);

            for (MessageType type : MessageType.values()) {
                ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, type.topic());
                Config config = Objects.requireNonNull(
                        admin.describeConfigs(Set.of(topic)).all().get().get(topic));
                Duration life = millis(config, "retention.ms")
                        .plus(millis(config, "segment.ms"))
                        .plus(DELAY);
                assertThat(life).isBetween(Duration.ofDays(6), Duration.ofDays(7));
                assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
                assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
            }
        }
    }

    private static Duration millis(Config config, String name) {
        return Duration.ofMillis(Long.parseLong(config.get(name).value()));
    }
}
