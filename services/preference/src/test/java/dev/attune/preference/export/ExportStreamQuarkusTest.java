package dev.attune.preference.export;

import static dev.attune.foundation.testing.TestTokens.token;
import static dev.attune.preference.TestTurn.freshDataset;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Json;
import dev.attune.preference.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ExportStreamQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    CountingFormat counting;

    @Test
    void shouldStreamLargeExportsAndSurviveClientsThatGoAway() throws Exception {
        String dataset = freshDataset();
        String id = LargeSnapshot.freeze(pool, dataset);

        readsWhole(id);
        freesWhatAbandonedDownloadsHeld(id);
        saysBusyWhileOthersExport(id);
        cutsOffWhatBreaks(id);
        readsWhole(id);
    }

    private void readsWhole(String id) throws Exception {
        HttpResponse<InputStream> response = get(id, "trl-preference", BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        Set<String> prompts = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                prompts.add(Json.mapper().readTree(line).at("/prompt/0/content").asText());
            }
        }
        assertThat(prompts).hasSize(LargeSnapshot.PAIRS);
        assertThat(get(id, "provenance", BodyHandlers.ofString()).body().lines())
                .hasSize(LargeSnapshot.PAIRS);
    }

    private void freesWhatAbandonedDownloadsHeld(String id) throws Exception {
        for (int i = 0; i < 6; i++) {
            counting.reset();
            try (Socket socket = begin(id, "test-counting")) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(copies()).isPositive());
                // Resets the connection instead of closing it in peace.
                socket.setSoLinger(true, 0);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).isZero());
            assertThat(counting.reset())
                    .as("nobody reads the rest, so nobody writes it")
                    .isBetween(1, LargeSnapshot.PAIRS - 1);
        }
    }

    private void saysBusyWhileOthersExport(String id) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            slow.add(begin(id, "trl-preference"));
            slow.add(begin(id, "trl-preference"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).isEqualTo(2));
            HttpResponse<String> third = get(id, "trl-preference", BodyHandlers.ofString());
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.body()).contains("Other exports are running");
            assertThat(third.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).isZero());
    }

    private void cutsOffWhatBreaks(String id) {
        assertThatThrownBy(() -> get(id, "test-failing", BodyHandlers.ofString()))
                .as("a file that is not whole must not look whole")
                .isInstanceOf(IOException.class);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).isZero());
    }

    /** Asks for an export and reads no more than its beginning. */
    private Socket begin(String id, String format) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        String request = "GET /v1/snapshots/" + id + "/export?format=" + format
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token("curator", "cora", Duration.ofMinutes(5), "*") + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** How many copies the database is busy with. */
    private long copies() {
        return Rows.count(
                pool, "select count(*) from pg_stat_activity where state = 'active' and query like 'copy (%'");
    }

    private <T> HttpResponse<T> get(String id, String format, HttpResponse.BodyHandler<T> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/v1/snapshots/" + id + "/export?format=" + format))
                .header("Authorization", "Bearer " + token("curator", "cora", Duration.ofMinutes(5), "*"))
                .build();
        return HttpClient.newHttpClient().send(request, body);
    }
}
