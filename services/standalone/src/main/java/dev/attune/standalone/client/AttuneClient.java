package dev.attune.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.platform.PlatformException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Speaks to a running platform. Every refusal becomes a {@link PlatformException} that says what the platform said. */
public final class AttuneClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final String url;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /**
     * A client.
     *
     * @param url the platform's address, such as {@code http://127.0.0.1:8180}
     * @param token a bearer token
     */
    public AttuneClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /**
     * Makes the dataset, or finds it as it is.
     *
     * @param anonymise whether personal data are replaced before anything is stored
     */
    public JsonNode createDataset(String name, String licence, String description, boolean anonymise) {
        return post(
                "/v1/datasets",
                Map.of("name", name, "licence", licence, "description", description, "anonymise", anonymise));
    }

    /** Whether the dataset is there. */
    public boolean hasDataset(String name) {
        HttpResponse<InputStream> response =
                send(request("/v1/datasets/" + encode(name)).GET());
        if (response.statusCode() == 404) {
            return false;
        }
        parse(checked(response));
        return true;
    }

    /**
     * Sends data to a dataset as a stream.
     *
     * @param data opens the data
     * @param refusals is told each refused line
     * @return the import's identifier ({@code import}) and its {@code counts}
     */
    public JsonNode importData(
            String dataset, String format, String source, Supplier<InputStream> data, Consumer<JsonNode> refusals) {
        return importBody(dataset, format, source, Speakers.USUAL, BodyPublishers.ofInputStream(data), refusals);
    }

    /**
     * Who speaks in a transcript.
     *
     * @param clients names of clients
     * @param advisors names of advisors
     */
    public record Speakers(List<String> clients, List<String> advisors) {

        /** Nobody beside those whom the words client and advisor tell. */
        public static final Speakers USUAL = new Speakers(List.of(), List.of());

        public Speakers {
            clients = List.copyOf(clients);
            advisors = List.copyOf(advisors);
        }

        private String query() {
            StringBuilder query = new StringBuilder();
            clients.forEach(name -> query.append("&client=").append(encode(name)));
            advisors.forEach(name -> query.append("&advisor=").append(encode(name)));
            return query.toString();
        }
    }

    /** Sends a file to a dataset, as {@link #importData}. */
    public JsonNode importFile(
            String dataset, String format, String source, Speakers speakers, Path file, Consumer<JsonNode> refusals)
            throws IOException {
        return importBody(dataset, format, source, speakers, BodyPublishers.ofFile(file), refusals);
    }

    private JsonNode importBody(
            String dataset,
            String format,
            String source,
            Speakers speakers,
            BodyPublisher body,
            Consumer<JsonNode> refusals) {
        String path = "/v1/imports?dataset=" + encode(dataset) + "&format=" + encode(format) + "&source="
                + encode(source) + speakers.query();
        HttpResponse<InputStream> response = send(
                request(path).header("Content-Type", "application/octet-stream").POST(body));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(checked(response), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode item = Json.mapper().readTree(line);
                if (item.has("counts")) {
                    return item;
                }
                refusals.accept(item);
            }
        } catch (IOException e) {
            throw new PlatformException("The answer to the import broke off: " + e.getMessage(), e);
        }
        throw new PlatformException("The answer to the import ended without counts");
    }

    /** How far the turns of an import are. */
    public JsonNode progress(String importId) {
        return get("/v1/progress?import=" + encode(importId));
    }

    /** How far the turns of a dataset are. */
    public JsonNode datasetProgress(String dataset) {
        return get("/v1/progress?dataset=" + encode(dataset));
    }

    /** Freezes the pairs of a dataset under a name. */
    public JsonNode createSnapshot(String dataset, String name) {
        return post("/v1/snapshots", Map.of("dataset", dataset, "name", name));
    }

    /** Streams an export of a snapshot into a file; returns its number of lines. */
    public long export(String snapshot, String format, Path file) throws IOException {
        HttpResponse<InputStream> response =
                send(request("/v1/snapshots/" + encode(snapshot) + "/export?format=" + encode(format))
                        .GET());
        try (InputStream body = checked(response)) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /** Reads something. */
    public JsonNode get(String path) {
        return parse(checked(send(request(path).GET())));
    }

    private JsonNode post(String path, Object body) {
        try {
            byte[] json = Json.mapper().writeValueAsBytes(body);
            return parse(checked(send(
                    request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json)))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new PlatformException("No platform answers at " + url + ". Start one with: attune up", e);
        } catch (IOException e) {
            throw new PlatformException("The connection to " + url + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted", e);
        }
    }

    private static InputStream checked(HttpResponse<InputStream> response) {
        if (response.statusCode() < 400) {
            return response.body();
        }
        JsonNode problem;
        try (InputStream body = response.body()) {
            problem = Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new PlatformException("The platform answered with status " + response.statusCode(), e);
        }
        StringBuilder message = new StringBuilder(problem.path("title").asText("Status " + response.statusCode()));
        if (problem.hasNonNull("detail")) {
            message.append(": ").append(problem.path("detail").asText());
        }
        problem.path("errors")
                .forEach(fault -> message.append(System.lineSeparator())
                        .append("  ")
                        .append(fault.path("pointer").asText())
                        .append(" ")
                        .append(fault.path("message").asText()));
        throw new PlatformException(message.toString());
    }

    private static JsonNode parse(InputStream body) {
        try (body) {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new PlatformException("The platform's answer could not be read: " + e.getMessage(), e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
