package dev.attune.standalone.client;

import dev.attune.standalone.platform.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a service tells of itself at {@code /q/metrics}.
 *
 * @param lag messages that it has not fetched yet, over all its topics
 * @param outboxAgeSeconds how long the oldest message has waited in its outbox
 * @param deadLetters messages that it could not apply and still keeps
 * @param poolActive connections to the database in use
 * @param poolIdle connections that could be in use besides
 * @param messages messages that it has fetched or sent since it started
 */
public record ServiceMetrics(
        long lag, double outboxAgeSeconds, long deadLetters, long poolActive, long poolIdle, long messages) {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Asks a service.
     *
     * @param address the service's own, such as {@code http://127.0.0.1:8190}
     * @param token an admin's
     * @return nothing where it does not answer now, or has no such numbers
     */
    public static Optional<ServiceMetrics> read(HttpClient http, String address, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/metrics"))
                .header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(parse(response.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted", e);
        }
    }

    static ServiceMetrics parse(String text) {
        return new ServiceMetrics(
                (long) sum(text, "kafka_consumer_fetch_manager_records_lag"),
                sum(text, "attune_outbox_oldest_age_seconds"),
                (long) sum(text, "attune_dead_letters_waiting"),
                (long) sum(text, "sql_pool_active"),
                (long) sum(text, "sql_pool_idle"),
                // The counter is told for each topic, and once more for the whole client.
                (long) (text.lines()
                                .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_consumed_total{")
                                        && line.contains("topic="))
                                .mapToDouble(ServiceMetrics::value)
                                .sum()
                        + sum(text, "attune_outbox_published_total")));
    }

    private static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(ServiceMetrics::value)
                // A number that the client does not have yet.
                .filter(Double::isFinite)
                .sum();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
