package dev.attune.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One platform for all system tests of this JVM, and the ways to look at it from outside and inside. */
final class SharedPlatform {

    private static final SharedPlatform INSTANCE = new SharedPlatform();

    private final Home home;
    private final OtlpReceiver traces;
    private final Platform platform;
    private final HttpClient http = HttpClient.newHttpClient();

    private SharedPlatform() {
        try {
            home = new Home(Files.createTempDirectory("attune-it-"));
            traces = OtlpReceiver.start();
            platform = Platform.start(
                    new Platform.Options(
                            Path.of(System.getProperty("attune.root")), home, 0, Map.of(), traces.endpoint()),
                    (name, what) -> System.err.println(name + " " + what));
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SharedPlatform get() {
        return INSTANCE;
    }

    Platform platform() {
        return platform;
    }

    Home home() {
        return home;
    }

    /** Where all services send their traces. */
    OtlpReceiver traces() {
        return traces;
    }

    String token(String role, String subject, String... datasets) {
        try {
            return Tokens.make(Keys.of(home), subject, List.of(role), List.of(datasets), Duration.ofHours(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AttuneClient curator() {
        return new AttuneClient(platform.url(), token("curator", "it", "*"));
    }

    /** Makes a dataset and imports these lines into it. */
    JsonNode importLines(String dataset, String format, List<String> lines) {
        AttuneClient client = curator();
        client.createDataset(dataset, "Apache-2.0", "A system test's", false);
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        List<JsonNode> refusals = new ArrayList<>();
        return client.importData(dataset, format, "test", () -> new ByteArrayInputStream(bytes), refusals::add);
    }

    HttpResponse<String> send(String method, String path, String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one number that a query gives, asked of the database itself. */
    long count(String sql) {
        String address = platform.status().stream()
                .filter(status -> status.name().equals("database"))
                .findFirst()
                .orElseThrow()
                .address();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + address + "/attune?user=attune");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows that wait to be sent, over all services. */
    long outboxes() {
        return count("select (select count(*) from generation.outbox) + (select count(*) from scoring.outbox)"
                + " + (select count(*) from ranking.outbox) + (select count(*) from preference.outbox)");
    }

    /** Messages that could not be applied, over all services. */
    long deadLetters() {
        return count("select (select count(*) from scoring.dead_letter) + (select count(*) from ranking.dead_letter)"
                + " + (select count(*) from preference.dead_letter)");
    }
}
