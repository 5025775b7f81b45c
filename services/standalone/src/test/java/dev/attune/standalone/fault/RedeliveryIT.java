package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.fault.Site.Call;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every message there ever was is delivered again, in its order and backwards, and not one row is another afterwards. */
@Tag("full")
class RedeliveryIT {

    private static final String DATASET = "it-redelivery";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int JUDGMENTS = 30;

    private final Site site = FaultPlatform.get().site();
    private final Broker broker = new Broker(site);

    @Test
    void shouldChangeNothingWhenEverythingIsDeliveredAgain() throws Exception {
        Load load = new Load(7, 100, 20);
        Sender sender = new Sender(site, DATASET, load);
        sender.createDataset();
        sender.atOnce();
        new Ledger(site, DATASET, load).awaitAgreement(PATIENCE);
        judge("ann", "left");
        judge("ben", "right");
        new Ledger(site, DATASET, load).awaitAgreement(PATIENCE);
        assertThat(site.count("select count(*) from ranking.ranking r join ranking.turn t on t.id = r.turn_id"
                        + " where t.dataset = '" + DATASET + "' and r.revision > 1"))
                .isGreaterThanOrEqualTo(JUDGMENTS);
        awaitQuiet();
        Dump before = Dump.of(site);
        List<ConsumerRecord<byte[], byte[]>> records = broker.readAll();
        assertThat(records.stream().map(ConsumerRecord::topic).collect(Collectors.toSet()))
                .contains("attune.turns", "attune.scores", "attune.judgments", "attune.rankings");

        long start = System.nanoTime();
        broker.send(records);
        awaitQuiet();
        assertThat(before.differences(Dump.of(site))).isEmpty();
        broker.send(records.reversed());
        awaitQuiet();

        assertThat(before.differences(Dump.of(site))).isEmpty();
        System.out.printf(
                "%,d messages delivered again in order and backwards within %.1f s, %,d rows of %d tables unchanged%n",
                records.size(),
                (System.nanoTime() - start) / 1e9,
                before.rows(),
                before.tables().size());
    }

    /** Judges comparisons until there are enough of this rater's. */
    private void judge(String rater, String outcome) throws Exception {
        for (int i = 0; i < JUDGMENTS; i++) {
            HttpResponse<String> next = site.send(
                    "gateway",
                    new Call("rater", "/v1/comparisons:next", "{\"dataset\":\"" + DATASET + "\"}", rater),
                    PATIENCE);
            assertThat(next.statusCode()).isEqualTo(200);
            JsonNode comparison = Json.mapper().readTree(next.body());
            String body = "{\"comparison\":\"%s\",\"outcome\":\"%s\",\"degree\":2}"
                    .formatted(comparison.path("comparison").asText(), outcome);
            assertThat(site.send("gateway", new Call("rater", "/v1/judgments", body, rater), PATIENCE)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    /** Nothing is unread, and nothing that was read has made anything new to read. */
    private void awaitQuiet() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int quiet = 0; quiet < 2; quiet++) {
            while (broker.lag() > 0 || outboxes() > 0) {
                assertThat(System.nanoTime()).as("messages are still under way").isLessThan(deadline);
                quiet = 0;
                Thread.sleep(Duration.ofMillis(300));
            }
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    private long outboxes() throws Exception {
        return site.count("select (select count(*) from generation.outbox) + (select count(*) from scoring.outbox)"
                + " + (select count(*) from ranking.outbox) + (select count(*) from preference.outbox)");
    }
}
