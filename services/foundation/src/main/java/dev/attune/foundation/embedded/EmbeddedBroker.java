package dev.attune.foundation.embedded;

import dev.attune.model.message.MessageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker in KRaft mode on the loopback interface, broker and controller in one. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int PARTITIONS = 6;

    /**
     * A segment goes as a whole, once its youngest record is older than the retention; its oldest one is then older by up
     * to the segment's own time. Both together, and the minutes until the broker looks, are less than seven days.
     */
    private static final Duration RETENTION = Duration.ofDays(6);

    private static final Duration SEGMENT = Duration.ofHours(12);

    private static final Map<String, String> TOPIC_SETTINGS = Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(RETENTION.toMillis()),
            "segment.ms",
            Long.toString(SEGMENT.toMillis()),
            // The age of a record is the broker's to tell, whatever its sender's clock says.
            "message.timestamp.type",
            "LogAppendTime");

    private final KafkaRaftServer server;

    private EmbeddedBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts the broker in this JVM on a data folder, which is formatted where it is new.
     *
     * @param data the data folder
     * @param port a free port for clients
     * @param controllerPort a free port for the controller
     */
    public static EmbeddedBroker start(Path data, int port, int controllerPort) throws IOException {
        Path log = data.resolve("log");
        Files.createDirectories(log);
        Properties properties = properties(log, port, controllerPort);
        Path file = data.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        if (!Files.exists(log.resolve("meta.properties"))) {
            String[] format = {
                "format",
                "--config",
                file.toString(),
                "--cluster-id",
                Uuid.randomUuid().toString()
            };
            int status = StorageTool.execute(format, System.err);
            if (status != 0) {
                throw new IOException("the broker's folder could not be formatted, status " + status);
            }
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server);
    }

    /** Makes the platform's topics where they are missing, with a record's life of seven days at most. */
    public static void createTopics(String address) throws IOException {
        List<String> topics = Arrays.stream(MessageType.values())
                .map(MessageType::topic)
                .distinct()
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            create(admin, topics);
            // Those of an earlier version are there already.
            admin.incrementalAlterConfigs(topics.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                    topic -> settings())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the topics could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void create(Admin admin, List<String> topics) throws ExecutionException, InterruptedException {
        List<NewTopic> missing = topics.stream()
                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(TOPIC_SETTINGS))
                .toList();
        for (var creation : admin.createTopics(missing).values().entrySet()) {
            try {
                creation.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static Collection<AlterConfigOp> settings() {
        return TOPIC_SETTINGS.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path log, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", log.toAbsolutePath().toString()),
                Map.entry("log.retention.ms", Long.toString(RETENTION.toMillis())),
                // A turn with its whole history is one message.
                Map.entry("message.max.bytes", Integer.toString(8 << 20)),
                Map.entry("num.partitions", Integer.toString(PARTITIONS)),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "3"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // A lone consumer group member need not wait for others.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20))));
        return properties;
    }
}
