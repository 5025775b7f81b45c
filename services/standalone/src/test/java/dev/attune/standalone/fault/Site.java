package dev.attune.standalone.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running platform as a test sees it, from outside and inside.
 *
 * @param url the gateway's address
 * @param addresses of every process, by its name
 * @param home where its data are
 */
record Site(String url, Map<String, String> addresses, Home home) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Site of(Platform platform, Home home) {
        Map<String, String> addresses = new HashMap<>();
        platform.status().forEach(status -> addresses.put(status.name(), status.address()));
        return new Site(platform.url(), addresses, home);
    }

    /** The platform that a launcher's table tells of. */
    static Site of(JsonNode table, Home home) {
        Map<String, String> addresses = new HashMap<>();
        table.path("processes")
                .forEach(row -> addresses.put(
                        row.path("service").asText(), row.path("address").asText()));
        return new Site(table.path("url").asText(), addresses, home);
    }

    String address(String process) {
        return Optional.ofNullable(addresses.get(process)).orElseThrow();
    }

    String token(String role, String subject) {
        try {
            return Tokens.make(Keys.of(home), subject, List.of(role), List.of("*"), Duration.ofHours(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AttuneClient curator() {
        return new AttuneClient(url, token("curator", "faults"));
    }

    /** Sends a request to a process, such as {@code gateway}; fails where no answer comes in time. */
    HttpResponse<String> send(String process, Call call, Duration patience) throws IOException, InterruptedException {
        String base = process.equals("gateway") ? url : address(process);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.path()))
                .timeout(patience)
                .header("Authorization", "Bearer " + token(call.role(), call.subject()));
        String body = call.body();
        if (body == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * A request.
     *
     * @param role of the caller
     * @param path with its query
     * @param body JSON of a POST; null for a GET
     * @param subject who calls
     */
    record Call(String role, String path, @Nullable String body, String subject) {

        Call(String role, String path, @Nullable String body) {
            this(role, path, body, "faults-" + role);
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address("database")
                + "/attune?user=attune&connectTimeout=5&socketTimeout=60&ApplicationName=faults");
    }

    /** The one number that a query gives. */
    long count(String sql) throws SQLException {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The rows of a query of one column, as texts. */
    List<String> rows(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The database server itself, which is no child of the process that started it. */
    Optional<ProcessHandle> postmaster() {
        Path file = home.folder().resolve("database/postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .findFirst()
                            .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
