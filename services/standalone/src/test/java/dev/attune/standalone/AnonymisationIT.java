package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.Json;
import dev.attune.model.text.personal.Anonymiser;
import dev.attune.model.text.personal.PlantedDocument;
import dev.attune.standalone.client.AttuneClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was replaced before it was stored is nowhere: not in a table, a message, a log or a trace. */
@Tag("full")
class AnonymisationIT {

    private static final int DOCUMENTS = 1_000;
    private static final String DATASET = "it-anonymous";
    private static final String CLIENT = "Jennifer Quombly";
    private static final String ADVISOR = "Thandrax";

    /** No datum of anybody, so that it must be found wherever texts are: without it a grep proves nothing. */
    private static final String CANARY = "vermilionesque";

    private final SharedPlatform shared = SharedPlatform.get();
    private final List<String> texts = new ArrayList<>();
    private final Set<String> originals = new HashSet<>(Set.of("Quombly", "Thandrax"));

    @TempDir
    Path folder;

    @Test
    void shouldLeaveNoOriginalAnywhere() throws Exception {
        plant();
        Needles needles = new Needles(originals);
        Needles canary = new Needles(List.of(CANARY));
        assertThat(needles.in((String.join("\n", texts) + CLIENT + ADVISOR).getBytes(StandardCharsets.UTF_8)))
                .as("the search finds every one of them in the documents")
                .isEqualTo(originals);
        AttuneClient client = shared.curator();
        client.createDataset(DATASET, "Apache-2.0", "A system test's", true);

        int accepted = send(client, "attune", attune()) + send(client, "csv", csv()) + send(client, "chat-log", log());
        assertThat(accepted).isEqualTo(DOCUMENTS);
        await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            JsonNode progress = client.datasetProgress(DATASET);
            assertThat(progress.path("turns").asInt()).isEqualTo(DOCUMENTS);
            assertThat(progress.path("settled").asBoolean()).isTrue();
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> shared.outboxes() == 0);

        Map<String, byte[]> tables = tables();
        Map<String, byte[]> topics = topics();
        assertThat(found(canary, tables)).containsKeys("generation.turn", "ranking.turn", "preference.prompt");
        assertThat(found(canary, topics)).containsKey("attune.turns");
        assertThat(found(needles, tables)).isEmpty();
        assertThat(found(needles, topics)).isEmpty();
        assertThat(found(needles, logs())).isEmpty();
        assertThat(found(needles, traces())).isEmpty();
        System.out.printf(
                "%d originals of %d documents in none of %d tables (%d bytes), %d topics (%d bytes), %d logs (%d bytes),"
                        + " traces of %d bytes%n",
                originals.size(),
                DOCUMENTS,
                tables.size(),
                size(tables),
                topics.size(),
                size(topics),
                logs().size(),
                size(logs()),
                size(traces()));
    }

    /** Originals are what patterns find: what has a form. Names and places of no list may stay. */
    private void plant() {
        Random random = new Random(20261121);
        for (int i = 0; i < DOCUMENTS; i++) {
            PlantedDocument document = new PlantedDocument(random);
            String text = document.text().strip() + " It is " + CANARY + ", number " + i + ".";
            texts.add(text);
            String plain = Anonymiser.anonymise(List.of(text)).texts().getFirst();
            document.planted().stream()
                    .filter(planted ->
                            !planted.kind().equals("NAME") && !planted.kind().equals("PLACE"))
                    .map(PlantedDocument.Planted::value)
                    .filter(value -> !plain.contains(value))
                    .forEach(originals::add);
        }
        assertThat(originals).hasSizeGreaterThan(3_000);
    }

    private int send(AttuneClient client, String format, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(format), content);
        List<JsonNode> refusals = new ArrayList<>();
        AttuneClient.Speakers speakers = new AttuneClient.Speakers(List.of(CLIENT), List.of(ADVISOR));
        JsonNode result = client.importFile(DATASET, format, format, speakers, file, refusals::add);
        assertThat(refusals).as(format).isEmpty();
        return result.at("/counts/accepted").asInt();
    }

    private static String answer(int i) {
        return "Thank you. What does it feel like, number " + i + "? I am " + ADVISOR + ", by the way.";
    }

    private String attune() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < DOCUMENTS; i += 3) {
            ObjectNode row = Json.mapper().createObjectNode().put("id", "doc-" + i);
            ObjectNode turn = row.putArray("turns").addObject().put("client", texts.get(i));
            // This format has no speakers, so that nobody could know the advisor's name here.
            turn.putArray("responses").addObject().put("text", answer(i).replace(ADVISOR, "here"));
            rows.append(Json.mapper().writeValueAsString(row)).append('\n');
        }
        return rows.toString();
    }

    private String csv() {
        StringBuilder rows = new StringBuilder("conversation;speaker;text\r\n");
        for (int i = 1; i < DOCUMENTS; i += 3) {
            rows.append("doc-%d;%s;\"%s\"\r\n".formatted(i, CLIENT, texts.get(i).replace("\"", "\"\"")));
            rows.append("doc-%d;%s;\"%s\"\r\n".formatted(i, ADVISOR, answer(i)));
        }
        return rows.toString();
    }

    private String log() {
        StringBuilder lines = new StringBuilder();
        for (int i = 2; i < DOCUMENTS; i += 3) {
            lines.append("# Conversation: doc-%d\n[2026-01-03 10:12] %s: %s\n".formatted(i, CLIENT, texts.get(i)));
            lines.append("[2026-01-03 10:13] %s: %s\n".formatted(ADVISOR, answer(i)));
        }
        return lines.toString();
    }

    /** Every table of every schema, all columns of all rows. */
    private Map<String, byte[]> tables() throws SQLException {
        Map<String, byte[]> tables = new TreeMap<>();
        try (Connection connection = shared.connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> columns = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery("""
                    select format('%I.%I', c.table_schema, c.table_name),
                           case when c.data_type = 'bytea' then format('encode(%I, ''escape'')', c.column_name)
                                else format('%I::text', c.column_name) end
                    from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')""")) {
                while (rows.next()) {
                    columns.merge(rows.getString(1), rows.getString(2), (one, other) -> one + ", " + other);
                }
            }
            for (Map.Entry<String, String> table : columns.entrySet()) {
                StringBuilder all = new StringBuilder();
                String query = "select concat_ws(E'\\n', " + table.getValue() + ") from " + table.getKey();
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
                tables.put(table.getKey(), all.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return tables;
    }

    /** Every topic: keys, headers and values of all records. */
    private Map<String, byte[]> topics() {
        Map<String, ByteArrayOutputStream> topics = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", shared.address("broker")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    var out = topics.computeIfAbsent(message.topic(), any -> new ByteArrayOutputStream());
                    Stream.concat(
                                    Stream.of(message.key(), message.value()),
                                    Stream.of(message.headers().toArray()).map(header -> header.value()))
                            .filter(bytes -> bytes != null)
                            .forEach(bytes -> {
                                out.writeBytes(bytes);
                                out.write('\n');
                            });
                }
            }
        }
        return topics.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, topic -> topic.getValue().toByteArray()));
    }

    private Map<String, byte[]> logs() throws IOException {
        Map<String, byte[]> logs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shared.folder())) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                logs.put(shared.folder().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertThat(logs).isNotEmpty();
        return logs;
    }

    /** What the receiver of traces was sent, body by body. */
    private Map<String, byte[]> traces() {
        List<byte[]> bodies = shared.traces().bodies();
        assertThat(bodies).isNotEmpty();
        Map<String, byte[]> traces = new TreeMap<>();
        for (int index = 0; index < bodies.size(); index++) {
            traces.put("traces " + index, bodies.get(index));
        }
        return traces;
    }

    private static Map<String, Set<String>> found(Needles needles, Map<String, byte[]> places) {
        Map<String, Set<String>> found = new TreeMap<>();
        places.forEach((place, bytes) -> found.put(place, needles.in(bytes)));
        found.values().removeIf(Set::isEmpty);
        return found;
    }

    private static long size(Map<String, byte[]> places) {
        return places.values().stream().mapToLong(bytes -> bytes.length).sum();
    }
}
