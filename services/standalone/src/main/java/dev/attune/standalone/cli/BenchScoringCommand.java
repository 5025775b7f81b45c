package dev.attune.standalone.cli;

import dev.attune.model.Ids;
import dev.attune.model.Json;
import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.model.message.TurnState;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.Platform.Status;
import dev.attune.standalone.platform.PlatformException;
import dev.attune.standalone.platform.ServiceKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many turns a second are scored, from the broker to the broker, and how long one takes. */
@Command(
        name = "scoring",
        mixinStandardHelpOptions = true,
        description = {
            "Measure scoring from Kafka to Kafka on an empty temporary home.",
            "Turns with two responses each are sent at once (three texts a turn), then at half the rate that was reached;",
            "every score is read back. Only the database, the broker and scoring run."
        },
        footer = {"", "Example:  attune bench scoring --replicas 2 --kill"})
final class BenchScoringCommand implements Callable<Integer> {

    private static final int TEXTS_A_TURN = 3;
    private static final int WARM_UP = 3_000;
    private static final int STEADY_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(100);

    @Option(names = "--turns", defaultValue = "20000", description = "How many turns (default: ${DEFAULT-VALUE})")
    int turns;

    @Option(names = "--replicas", defaultValue = "1", description = "Processes that score (default: ${DEFAULT-VALUE})")
    int replicas;

    @Option(names = "--kill", description = "Kill one of them in the middle; it is started again")
    boolean kill;

    @Option(names = "--json", description = "Print the result as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    private final List<Exchange> exchanges = exchanges();
    private final Map<UUID, Long> sent = new HashMap<>();
    private final Map<UUID, Long> arrived = new HashMap<>();
    private long repeated;

    /** A message with two replies of the corpus. */
    private record Exchange(List<Message> history, String client, String one, String other) {}

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        Map<String, Object> result = new LinkedHashMap<>();
        try (TemporaryHome temporary = TemporaryHome.create()) {
            Home home = temporary.home();
            Map<ServiceKind, Integer> counts = Map.of(
                    ServiceKind.GENERATION,
                    0,
                    ServiceKind.RANKING,
                    0,
                    ServiceKind.PREFERENCE,
                    0,
                    ServiceKind.SCORING,
                    replicas);
            try (Platform platform = Platform.start(
                    new Platform.Options(Attune.root(), home, 0, counts),
                    (name, what) -> console.progress("  %s %s", name, what))) {
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "bench-stop"));
                measure(platform, ConnectionOptions.admin(home), console, result);
            }
        }
        if (json) {
            console.json(result);
        } else {
            result.forEach((name, value) -> console.result("%-34s %s", name, value));
        }
        return Long.valueOf(0).equals(result.get("lost")) ? 0 : 1;
    }

    private void measure(Platform platform, String token, Console console, Map<String, Object> result) {
        String broker = platform.status().stream()
                .filter(status -> status.name().equals("broker"))
                .map(Status::address)
                .map(address -> address.replaceFirst("^[a-z]+://", ""))
                .findFirst()
                .orElseThrow();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker,
                "group.id",
                "bench-" + Ids.next(),
                "auto.offset.reset",
                "earliest",
                "linger.ms",
                "5");
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(MessageType.TURN_SCORED.topic()));
            console.progress("Warming up with %d turns", WARM_UP);
            send(producer, WARM_UP, 0, consumer);
            await(consumer, null);
            clear();
            Parts before = parts(platform, token);

            console.progress("Sending %d turns at once", turns);
            long start = System.nanoTime();
            send(producer, turns, 0, consumer);
            await(consumer, kill ? platform : null);
            double seconds = (System.nanoTime() - start) / 1e9;
            Parts burst = parts(platform, token).minus(before);
            result.put("turns", turns);
            result.put("lost", (long) turns - arrived.size());
            result.put("told more than once", repeated);
            result.put("turnsPerSecond", rounded(turns / seconds));
            result.put("textsPerSecond", rounded(TEXTS_A_TURN * turns / seconds));
            burst.tell(result, seconds);
            if (!kill) {
                double rate = turns / seconds / 2;
                clear();
                console.progress("Sending %.0f turns a second for %d s", rate, STEADY_SECONDS);
                send(producer, (int) (rate * STEADY_SECONDS), rate, consumer);
                await(consumer, null);
                tellLatency(result, rate);
            }
        }
    }

    private void tellLatency(Map<String, Object> result, double rate) {
        double[] millis = arrived.entrySet().stream()
                .mapToDouble(entry -> (entry.getValue() - sent.getOrDefault(entry.getKey(), entry.getValue())) / 1e6)
                .sorted()
                .toArray();
        result.put("steady turns per second", rounded(rate));
        for (int percent : new int[] {50, 95, 99}) {
            int at = (int) Math.min(millis.length - 1, (long) millis.length * percent / 100);
            result.put("end-to-end p" + percent + " ms", rounded(millis[at]));
        }
        result.put("end-to-end max ms", rounded(millis[millis.length - 1]));
    }

    private void clear() {
        sent.clear();
        arrived.clear();
        repeated = 0;
    }

    /** Sends turns, as fast as it goes where the rate is 0, reading scores meanwhile. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whatever the broker did not take is counted as lost.
    private void send(
            KafkaProducer<byte[], byte[]> producer, int count, double rate, KafkaConsumer<byte[], byte[]> consumer) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (rate > 0) {
                long due = start + (long) (i / rate * 1e9);
                while (System.nanoTime() < due) {
                    read(consumer, Duration.ofMillis(1));
                }
            }
            TurnChanged turn = turn(i);
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                    MessageType.TURN_CHANGED.topic(),
                    bytes(turn.conversationId().toString()),
                    json(turn));
            message.headers()
                    .add("ce_specversion", bytes("1.0"))
                    .add("ce_id", bytes(Ids.next().toString()))
                    .add("ce_type", bytes(MessageType.TURN_CHANGED.type()))
                    .add("ce_source", bytes("/attune/bench"))
                    .add("ce_time", bytes(Instant.now().toString()));
            sent.put(turn.turnId(), System.nanoTime());
            producer.send(message);
        }
        producer.flush();
    }

    private void await(KafkaConsumer<byte[], byte[]> consumer, @Nullable Platform killed) {
        long moved = System.nanoTime();
        int before = 0;
        boolean done = killed == null;
        while (arrived.size() < sent.size() && System.nanoTime() - moved < PATIENCE.toNanos()) {
            read(consumer, POLL);
            if (!done && killed != null && arrived.size() > sent.size() / 4) {
                killed.process("scoring").ifPresent(ProcessHandle::destroyForcibly);
                done = true;
            }
            if (arrived.size() > before) {
                before = arrived.size();
                moved = System.nanoTime();
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, Duration patience) {
        for (ConsumerRecord<byte[], byte[]> item : consumer.poll(patience)) {
            try {
                UUID turn = UUID.fromString(
                        Json.mapper().readTree(item.value()).path("turnId").asText());
                repeated += arrived.putIfAbsent(turn, System.nanoTime()) == null ? 0 : 1;
            } catch (IOException e) {
                throw new PlatformException("A score could not be read", e);
            }
        }
    }

    private TurnChanged turn(int number) {
        Exchange exchange = exchanges.get(number % exchanges.size());
        return new TurnChanged(
                "bench",
                null,
                Ids.next(),
                Ids.next(),
                1 + exchange.history().size() / 2,
                1,
                TurnState.COMPLETE,
                exchange.history(),
                exchange.client(),
                List.of(
                        new Candidate(Ids.next(), exchange.one(), "imported"),
                        new Candidate(Ids.next(), exchange.other(), "imported")),
                List.of());
    }

    private static List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        for (AuthoredConversation conversation : SeedCorpus.finance().conversations()) {
            List<String> texts = conversation.turns().stream()
                    .flatMap(turn -> turn.responses().stream())
                    .map(AuthoredConversation.Response::text)
                    .toList();
            for (AuthoredConversation.Turn turn : conversation.turns()) {
                // A first message: what has no history is scored once, which is what the count of texts says.
                exchanges.add(new Exchange(
                        List.of(),
                        turn.client(),
                        turn.responses().getFirst().text(),
                        texts.get(exchanges.size() % texts.size())));
            }
        }
        return exchanges;
    }

    /**
     * Time that scoring spent, in seconds.
     *
     * @param model scoring texts
     * @param database in transactions
     * @param broker until the broker had acknowledged
     */
    private record Parts(double model, double database, double broker) {

        Parts minus(Parts other) {
            return new Parts(model - other.model, database - other.database, broker - other.broker);
        }

        void tell(Map<String, Object> result, double seconds) {
            result.put("share of time in the model", rounded(model / seconds));
            result.put("share of time in the database", rounded(database / seconds));
            result.put("share of time in the broker", rounded(broker / seconds));
        }
    }

    private static Parts parts(Platform platform, String token) {
        double model = 0;
        double database = 0;
        double broker = 0;
        HttpClient http = HttpClient.newHttpClient();
        for (Status status : platform.status()) {
            if (status.name().startsWith("scoring")) {
                String metrics = metrics(http, status.address(), token);
                model += value(metrics, "attune_scoring_time_seconds_sum", "part=\"model\"");
                database += value(metrics, "attune_scoring_time_seconds_sum", "part=\"database\"");
                broker += value(metrics, "attune_outbox_sending_seconds_sum", "");
            }
        }
        return new Parts(model, database, broker);
    }

    private static String metrics(HttpClient http, String address, String token) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address + "/q/metrics"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            // A process that was killed a moment ago has no numbers.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted", e);
        }
    }

    private static double value(String metrics, String name, String label) {
        return Arrays.stream(metrics.split("\n"))
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double rounded(double value) {
        return value >= 100 ? Math.rint(value) : Math.rint(value * 100) / 100;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(TurnChanged turn) {
        try {
            return Json.mapper().writeValueAsBytes(turn);
        } catch (IOException e) {
            throw new PlatformException("A turn could not be written", e);
        }
    }
}
