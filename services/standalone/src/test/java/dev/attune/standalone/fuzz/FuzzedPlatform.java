package dev.attune.standalone.fuzz;

import dev.attune.model.Json;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A platform of the fuzzer's own, since nothing that others count on is safe on it. */
final class FuzzedPlatform implements AutoCloseable {

    private static final int LETTERS = 1_500;

    private final Platform platform;
    private final World world;
    private final ApiDocument document;
    private final Home home;

    private FuzzedPlatform(Home home, Platform platform) throws IOException, InterruptedException, SQLException {
        this.home = home;
        this.platform = platform;
        this.world = new World(new Bearers(Keys.of(home)));
        this.document = readDocument(platform.url());
        document.prepare();
        makeDeadLetters();
        new Seeding(platform.url(), world).run(document);
    }

    static FuzzedPlatform start() throws IOException, InterruptedException, SQLException {
        Home home = new Home(Files.createTempDirectory("attune-fuzz-"));
        Platform platform = Platform.start(
                new Platform.Options(Path.of(System.getProperty("attune.root")), home, 0, Map.of()),
                (name, what) -> System.err.println(name + " " + what));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        return new FuzzedPlatform(home, platform);
    }

    String url() {
        return platform.url();
    }

    World world() {
        return world;
    }

    ApiDocument document() {
        return document;
    }

    @Override
    public void close() throws IOException {
        platform.close();
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static ApiDocument readDocument(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/q/openapi")).build();
            String text = http.send(request, BodyHandlers.ofString()).body();
            return new ApiDocument(Json.mapper().readTree(text));
        }
    }

    /** Letters as consumers leave them. Nobody consumes their topic, so that a replay does not bring them back. */
    private void makeDeadLetters() throws SQLException {
        String address = platform.status().stream()
                .filter(status -> status.name().equals("database"))
                .findFirst()
                .orElseThrow()
                .address();
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://" + address + "/attune?user=attune")) {
            for (String service : List.of("generation", "scoring", "ranking", "preference")) {
                makeDeadLetters(connection, service);
            }
        }
    }

    private void makeDeadLetters(Connection connection, String service) throws SQLException {
        String sql = "insert into " + service + ".dead_letter"
                + " (id, topic, partition, \"offset\", key, type, payload, reason, detail)"
                + " values (?, 'attune.judgments', 0, ?, ?, ?, ?, 'unreadable', ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < LETTERS; i++) {
                UUID id = new UUID(0x0190_0000_0000_7000L + i, 0x8000_0000_0000_0000L + service.hashCode());
                insert.setObject(1, id);
                insert.setLong(2, 1_000_000L + i);
                insert.setBytes(3, i % 3 == 0 ? null : new byte[] {(byte) i, (byte) 0xff});
                insert.setString(4, i % 4 == 0 ? null : "attune.NoSuchType.v1");
                insert.setBytes(5, i % 5 == 0 ? null : ("{\"n\":" + i).getBytes(StandardCharsets.UTF_8));
                insert.setString(6, i % 2 == 0 ? null : "of the fuzzer");
                insert.addBatch();
                boolean spare = i >= 200;
                world.add((spare ? "spare " : "") + "letters of " + service, id.toString());
            }
            insert.executeBatch();
        }
    }
}
