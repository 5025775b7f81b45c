package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.fault.Site.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients leave in the middle of their answers; every connection to the database that worked for them is free again. */
@Tag("full")
class CancelledIT {

    private static final int CLIENTS = 200;
    private static final int AT_ONCE = 50;
    private static final int CONVERSATIONS = 1_000;
    private static final String DATASET = "it-cancelled";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Connections that have been at the same work for longer than any of it takes. */
    private static final String HELD = """
            select count(*) from pg_stat_activity
            where datname = 'attune' and application_name <> 'faults' and backend_type = 'client backend'
                and state <> 'idle' and state_change < now() - interval '1 second'""";

    private final Site site = FaultPlatform.get().site();

    @TempDir
    Path folder;

    @Test
    void shouldFreeTheConnectionsOfClientsThatLeave() throws Exception {
        Load load = new Load(31, CONVERSATIONS, 150);
        Sender sender = new Sender(site, DATASET, load);
        sender.createDataset();
        sender.atOnce();
        Ledger ledger = new Ledger(site, DATASET, load);
        ledger.awaitAgreement(Duration.ofMinutes(2));
        String snapshot =
                site.curator().createSnapshot(DATASET, "to-be-left").path("id").asText();

        leaveAll(snapshot);
        long start = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(site.count(HELD)).isZero());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(site.count("select count(*) from generation.import where state = 'running'"))
                                .isZero());
        Duration freed = Duration.ofNanos(System.nanoTime() - start);

        for (Map.Entry<String, Call> call : calls().entrySet()) {
            assertThat(statusesAtOnce(call.getKey(), call.getValue()))
                    .as(call.getKey())
                    .hasSize(AT_ONCE)
                    .containsOnly(200);
        }
        AttuneClient client = site.curator();
        assertThat(client.export(snapshot, "trl-preference", folder.resolve("whole.jsonl")))
                .isEqualTo(CONVERSATIONS);
        System.out.printf(
                "%d clients left in mid-answer, all connections free after %.1f s, then %d requests at once of each service%n",
                CLIENTS, freed.toMillis() / 1_000.0, AT_ONCE);
    }

    private void leaveAll(String snapshot) throws InterruptedException {
        List<Map.Entry<String, Abandoned>> kinds = kinds(snapshot);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < CLIENTS; i += AT_ONCE) {
            List<Thread> threads = new ArrayList<>();
            for (int j = i; j < i + AT_ONCE; j++) {
                Map.Entry<String, Abandoned> kind = kinds.get(j % kinds.size());
                boolean direct = (j / kinds.size()) % 2 == 0;
                String address = direct ? site.address(kind.getKey()) : site.url();
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        kind.getValue().leave(address);
                    } catch (Exception e) {
                        failures.add(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
    }

    private List<Map.Entry<String, Abandoned>> kinds(String snapshot) throws InterruptedException {
        String curator = site.token("curator", "leaver");
        String imports = "/v1/imports?format=attune&source=left&dataset=" + DATASET + "-imports";
        site.curator().createDataset(DATASET + "-imports", "Apache-2.0", "A test of faults", false);
        String rows = new String(readAll(new Load(32, 300, 30)), StandardCharsets.UTF_8);
        String texts = IntStream.range(0, 16)
                .mapToObj(i -> "\"" + "I hear how heavy this is for you. ".repeat(100) + i + "\"")
                .collect(Collectors.joining(","));
        return List.of(
                Map.entry(
                        "preference",
                        Abandoned.get("/v1/snapshots/" + snapshot + "/export?format=trl-preference", curator, 2_000)),
                Map.entry(
                        "preference",
                        Abandoned.get("/v1/snapshots/" + snapshot + "/export?format=provenance", curator, 0)),
                Map.entry("generation", Abandoned.stream(imports, curator, rows)),
                Map.entry("generation", Abandoned.get("/v1/conversations?limit=100&dataset=" + DATASET, curator, 0)),
                Map.entry(
                        "ranking",
                        Abandoned.post(
                                "/v1/comparisons:next",
                                site.token("rater", "leaver"),
                                "{\"dataset\":\"" + DATASET + "\"}")),
                Map.entry(
                        "scoring",
                        Abandoned.post(
                                "/v1/evaluations",
                                curator,
                                "{\"client\":\"I am tired.\",\"responses\":[" + texts + "]}")),
                Map.entry("scoring", Abandoned.get("/v1/scores?limit=100&dataset=" + DATASET, curator, 0)),
                Map.entry("preference", Abandoned.get("/v1/progress?dataset=" + DATASET, curator, 0)),
                Map.entry("preference", Abandoned.get("/v1/pairs?limit=100&dataset=" + DATASET, curator, 10)));
    }

    private static byte[] readAll(Load load) {
        try (var in = load.whole()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Call> calls() {
        return Map.of(
                "generation", new Call("curator", "/v1/conversations?limit=20&dataset=" + DATASET, null),
                "scoring", new Call("curator", "/v1/scores?limit=20&dataset=" + DATASET, null),
                "ranking", new Call("curator", "/v1/judgments?limit=20&dataset=" + DATASET, null),
                "preference", new Call("curator", "/v1/pairs?limit=20&dataset=" + DATASET, null));
    }

    private List<Integer> statusesAtOnce(String service, Call call) throws InterruptedException {
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        statuses.add(site.send(i % 2 == 0 ? service : "gateway", call, PATIENCE)
                                .statusCode());
                    } catch (Exception e) {
                        statuses.add(0);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(statuses);
    }
}
