package dev.attune.generation.importing;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.freshName;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a body is taken as it comes, whatever its length and its pace. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ImportStreamQuarkusTest {

    @Inject
    Pool pool;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Timeout(60)
    void shouldTakeALongStreamOfManyRows() {
        String dataset = freshDataset();

        HttpResponse<String> response =
                send(dataset, new GeneratedRows(100_000, 2_000, 600)).join();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"rows\":100000,\"accepted\":2000,\"unchanged\":98000,\"refused\":0,\"turns\":2000");
    }

    @Test
    void shouldWriteWhatCameWhileTheRestIsStillToCome() throws IOException {
        String dataset = freshDataset();
        InputStream rows = new GeneratedRows(250, 250, 200);
        try (Socket socket = connect(dataset)) {
            sendChunk(socket, rows.readNBytes(230 * 200));
            await().atMost(Duration.ofSeconds(10)).until(() -> state(dataset).equals("running 200 0"));

            sendChunk(socket, rows.readAllBytes());
            sendChunk(socket, new byte[0]);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"rows\":250,\"accepted\":250");
        }
        assertThat(state(dataset)).isEqualTo("done 250 0");
    }

    @Test
    void shouldEndWhenItsDatasetIsErased() throws IOException {
        String dataset = freshDataset();
        InputStream rows = new GeneratedRows(450, 450, 200);
        try (Socket socket = connect(dataset)) {
            sendChunk(socket, rows.readNBytes(230 * 200));
            await().atMost(Duration.ofSeconds(10)).until(() -> state(dataset).equals("running 200 0"));

            as("curator", dataset).delete("/v1/datasets/" + dataset).then().statusCode(204);
            sendChunk(socket, rows.readAllBytes());
            sendChunk(socket, new byte[0]);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 409")
                    .contains("urn:attune:problem:conflict", "The dataset was erased while the import filled it");
        }
        assertThat(state(dataset)).isEqualTo("none");
        as("reviewer", dataset)
                .get("/v1/conversations?dataset=" + dataset)
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void shouldKeepWhatCameBeforeTheConnectionBroke() throws IOException {
        String dataset = freshDataset();
        byte[] rows = new GeneratedRows(5, 5, 200).readAllBytes();
        try (Socket socket = connect(dataset)) {
            sendChunk(socket, Arrays.copyOf(rows, rows.length - 20));
            await().atMost(Duration.ofSeconds(10)).until(() -> state(dataset).equals("running 0 0"));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> state(dataset).equals("broken 4 1"));
        as("reviewer", dataset)
                .get("/v1/conversations?dataset=" + dataset)
                .then()
                .body("items.size()", equalTo(4));
    }

    @Test
    @Timeout(60)
    void shouldTakeTheSameRowsOnceFromTwoStreamsAtATime() {
        String dataset = freshDataset();

        // The second one begins in the middle of the first one's rows, so that they meet in another order.
        CompletableFuture<HttpResponse<String>> one = send(dataset, new GeneratedRows(3_000, 3_000, 200));
        CompletableFuture<HttpResponse<String>> other = send(
                dataset,
                new SequenceInputStream(
                        skip(new GeneratedRows(3_000, 3_000, 200), 1_500), new GeneratedRows(1_500, 3_000, 200)));

        assertThat(accepted(one.join()) + accepted(other.join())).isEqualTo(3_000);
    }

    @Test
    void shouldAnswerAtOnceWhatItWillNotRead() {
        String nowhere = freshName();
        HttpResponse<String> response =
                send(nowhere, new GeneratedRows(20_000, 20_000, 600)).join();
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("urn:attune:problem:not-found");
    }

    private static InputStream skip(GeneratedRows rows, int count) {
        rows.skipRows(count);
        return rows;
    }

    private static int accepted(HttpResponse<String> response) {
        assertThat(response.body()).contains("\"rows\":3000").contains("\"refused\":0");
        Matcher accepted = Pattern.compile("\"accepted\":(\\d+)").matcher(response.body());
        assertThat(accepted.find()).isTrue();
        return Integer.parseInt(accepted.group(1));
    }

    private static Socket connect(String dataset) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        String head = """
                POST /v1/imports?format=trl-preference&dataset=%s HTTP/1.1
                Host: localhost
                Authorization: %s
                Connection: close
                Transfer-Encoding: chunked

                """.formatted(dataset, bearer("curator", "cora", dataset));
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(UTF_8));
        return socket;
    }

    private static void sendChunk(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(UTF_8));
        out.flush();
    }

    private CompletableFuture<HttpResponse<String>> send(String dataset, InputStream body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/v1/imports?format=trl-preference&dataset=" + dataset))
                .header("Authorization", bearer("curator", "cora", dataset))
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private String state(String dataset) {
        for (Row row : pool.preparedQuery("select state, accepted, refused from import where dataset = $1")
                .execute(Tuple.of(dataset))
                .await()
                .atMost(Duration.ofSeconds(5))) {
            return row.getString("state") + " " + row.getLong("accepted") + " " + row.getLong("refused");
        }
        return "none";
    }
}
