package dev.attune.foundation.testing;

import dev.attune.foundation.embedded.EmbeddedBroker;
import dev.attune.foundation.embedded.EmbeddedDatabase;
import dev.attune.foundation.embedded.EmbeddedDatabase.Durability;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts the real PostgreSQL and Kafka once for all tests of a module, on free ports and empty folders, for
 * {@code @QuarkusTestResource(Servers.class)}.
 */
public final class Servers implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedDatabase database;
    private @Nullable EmbeddedBroker broker;
    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("attune-test-");
            database = EmbeddedDatabase.start(folder.resolve("database"), freePort(), Durability.FAST);
            int brokerPort = freePort();
            broker = EmbeddedBroker.start(folder.resolve("broker"), brokerPort, freePort());
            String brokerAddress = "127.0.0.1:" + brokerPort;
            EmbeddedBroker.createTopics(brokerAddress);
            return Map.of(
                    "attune.database.address",
                    "127.0.0.1:" + database.port(),
                    "attune.kafka.address",
                    brokerAddress,
                    "quarkus.oidc.public-key",
                    TestTokens.publicKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.close();
            }
            if (database != null) {
                database.close();
            }
            if (folder != null) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
