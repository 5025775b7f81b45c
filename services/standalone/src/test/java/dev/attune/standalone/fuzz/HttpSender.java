package dev.attune.standalone.fuzz;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends requests over HTTP/1.1. */
final class HttpSender implements Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpSender(String url) {
        this.url = url;
    }

    @Override
    public CompletableFuture<Answer> send(FuzzRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + request.target()))
                .timeout(PATIENCE)
                .method(request.method(), publisher(request));
        request.headers().forEach(header -> builder.header(header.getKey(), header.getValue()));
        long start = System.nanoTime();
        return http.sendAsync(builder.build(), BodyHandlers.ofByteArray())
                // The platform closes connections on whose requests it did not read the end; one of the pool may be
                // such.
                .exceptionallyCompose(failure -> http.sendAsync(builder.build(), BodyHandlers.ofByteArray()))
                .handle((response, failure) -> failure != null
                        ? Answer.none(failure, since(start))
                        : new Answer(response.statusCode(), response.headers(), response.body(), since(start)));
    }

    private static BodyPublisher publisher(FuzzRequest request) {
        byte[] body = request.body();
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return request.chunked()
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
