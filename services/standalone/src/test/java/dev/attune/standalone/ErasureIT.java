package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.client.AttuneClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That of an erased conversation nothing is left in any table, and that what a service lost comes back. */
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OWN_TABLES = "table_schema in ('generation', 'scoring', 'ranking', 'preference')";
    private static final String TRAINING = "trl-preference";

    private final SharedPlatform shared = SharedPlatform.get();
    private final String admin = shared.token("admin", "root", "*");

    @Test
    void shouldLeaveNoTraceOfAnErasedConversation() throws Exception {
        String dataset = "it-erased";
        fill(dataset, "zanzibar", "quillfeather", "marzipan", "obsidian");
        judgeAll(dataset, 4);
        JsonNode snapshot = shared.curator().createSnapshot(dataset, "one");
        String id = snapshot.path("id").asText();
        String conversation = conversation(dataset, "quillfeather");
        List<String> ids = idsOf(conversation);
        assertThat(traces("quillfeather"))
                .contains(
                        "generation.turn.text",
                        "generation.response.text",
                        "ranking.judgment.comment",
                        "ranking.idempotency.body",
                        "preference.prompt.messages",
                        "preference.response.text");
        assertThat(export(id, TRAINING)).contains("quillfeather").hasLineCount(4);

        HttpResponse<String> erased = shared.send(
                "DELETE", "/v1/conversations/" + conversation, shared.token("curator", "it", dataset), null);

        assertThat(erased.statusCode()).isEqualTo(204);
        // Where the conversation is, its texts are gone with the answer.
        assertThat(traces("quillfeather")).noneMatch(column -> column.startsWith("generation."));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(shared.count("select (select count(*) from scoring.erased_conversation where conversation_id = '"
                            + conversation + "') + (select count(*) from ranking.erased_conversation where"
                            + " conversation_id = '" + conversation + "') + (select count(*) from"
                            + " preference.erased_conversation where conversation_id = '" + conversation + "')"))
                    .isEqualTo(3);
            assertThat(shared.outboxes()).isZero();
        });
        assertThat(traces("quillfeather")).isEmpty();
        for (String each : ids) {
            assertThat(traces(each))
                    .as(each)
                    .allMatch(column ->
                            each.equals(conversation) && column.endsWith(".erased_conversation.conversation_id"));
        }
        assertThat(traces("marzipan")).contains("generation.turn.text", "preference.prompt.messages");
        JsonNode manifest = shared.curator().get("/v1/snapshots/" + id);
        assertThat(manifest.path("pairs").asInt()).isEqualTo(4);
        assertThat(manifest.path("erased").asInt()).isEqualTo(1);
        assertThat(manifest.path("erasedAt").asText()).isNotEmpty();
        assertThat(export(id, TRAINING))
                .hasLineCount(3)
                .contains("zanzibar", "marzipan", "obsidian")
                .doesNotContain("quillfeather");
        assertThat(export(id, "provenance")).hasLineCount(3).doesNotContain(ids);
        assertThat(shared.send("DELETE", "/v1/conversations/" + conversation, admin, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(shared.deadLetters()).isZero();
    }

    @Test
    void shouldLeaveOfAnErasedDatasetTheManifestsAlone() throws Exception {
        String dataset = "it-erased-whole";
        fill(dataset, "peppercorn", "peppercorn pie");
        // Whatever the model thinks of the two responses, both pairs have an order then.
        judgeAll(dataset, 2);
        awaitSettled(dataset, 2);
        String id = shared.curator().createSnapshot(dataset, "one").path("id").asText();

        assertThat(shared.send("DELETE", "/v1/datasets/" + dataset, shared.token("curator", "it", dataset), null)
                        .statusCode())
                .isEqualTo(204);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(traces("peppercorn")).isEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shared.curator()
                                .get("/v1/snapshots/" + id)
                                .path("erased")
                                .asInt())
                        .isEqualTo(2));
        assertThat(export(id, TRAINING)).isEmpty();
        assertThat(shared.curator().hasDataset(dataset)).isFalse();
    }

    @Test
    void shouldGiveBackWhatAServiceLost() throws Exception {
        String dataset = "it-republished";
        fill(dataset, "saffron", "cardamom", "juniper", "sorrel");
        judgeAll(dataset, 2);
        String gone = conversation(dataset, "sorrel");
        shared.send("DELETE", "/v1/conversations/" + gone, admin, null);
        awaitSettled(dataset, 3);
        await().atMost(PATIENCE).until(() -> shared.outboxes() == 0);
        List<String> before = pairs(dataset);
        assertThat(before).hasSize(3);

        emptyPreference();
        assertThat(pairs(dataset)).isEmpty();
        assertThat(republish("/v1/datasets/" + dataset + ":republish")).isEqualTo(3);
        assertThat(republish("/v1/scores:republish?dataset=" + dataset)).isEqualTo(3);
        assertThat(republish("/v1/judgments:republish?dataset=" + dataset)).isGreaterThanOrEqualTo(4);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pairs(dataset)).isEqualTo(before));
        awaitSettled(dataset, 3);
        assertThat(traces("sorrel")).isEmpty();
        assertThat(shared.deadLetters()).isZero();
    }

    /** Imports one conversation for each word, which all its texts have. */
    private void fill(String dataset, String... words) {
        List<String> lines = new ArrayList<>();
        for (String word : words) {
            lines.add("""
                    {"id":"%1$s","turns":[{"client":"The bill for the %1$s came and I hid it.","responses":[\
                    {"text":"What was it like to see the %1$s bill?"},{"text":"Pay for the %1$s at once."}]}]}""".formatted(word));
        }
        JsonNode imported = shared.importLines(dataset, "attune", lines);
        assertThat(imported.at("/counts/accepted").asInt()).isEqualTo(words.length);
        awaitSettled(dataset, words.length);
    }

    /** Answers this many comparisons, each for the response that asks, with a comment and an idempotency key. */
    private void judgeAll(String dataset, int count) {
        String ann = shared.token("rater", "ann", dataset);
        for (int i = 0; i < count; i++) {
            JsonNode task = shared.json(
                    shared.send("POST", "/v1/comparisons:next", ann, "{\"dataset\":\"%s\"}".formatted(dataset)));
            String side = task.at("/left/text").asText().endsWith("?") ? "left" : "right";
            HttpResponse<String> judged = shared.send(
                    "POST",
                    "/v1/judgments",
                    ann,
                    json(Map.of(
                            "comparison",
                            task.path("comparison").asText(),
                            "outcome",
                            side,
                            "comment",
                            "It asks: " + task.at("/" + side + "/text").asText())),
                    Map.of("Idempotency-Key", dataset + i));
            assertThat(judged.statusCode()).isEqualTo(201);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shared.count(
                                "select count(*) from preference.pair where origin = 'human' and dataset = '" + dataset
                                        + "'"))
                        .isEqualTo(count));
    }

    private static String json(Map<String, String> body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitSettled(String dataset, int turns) {
        AttuneClient client = shared.curator();
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode progress = client.datasetProgress(dataset);
            assertThat(progress.path("turns").asInt()).isEqualTo(turns);
            assertThat(progress.path("settled").asBoolean()).isTrue();
        });
    }

    private String export(String snapshot, String format) {
        HttpResponse<String> exported =
                shared.send("GET", "/v1/snapshots/" + snapshot + "/export?format=" + format, admin, null);
        assertThat(exported.statusCode()).isEqualTo(200);
        return exported.body();
    }

    private int republish(String path) {
        HttpResponse<String> answer = shared.send("POST", path, admin, null);
        assertThat(answer.statusCode()).isEqualTo(202);
        return shared.json(answer).path("messages").asInt();
    }

    private String conversation(String dataset, String word) throws SQLException {
        return strings(
                        "select id::text from generation.conversation where dataset = ? and external_id = ?",
                        dataset,
                        word)
                .getFirst();
    }

    /** The identifiers of a conversation, its turns and their responses. */
    private List<String> idsOf(String conversation) throws SQLException {
        return strings("""
                select c.id::text from generation.conversation c where c.id = ?::uuid
                union all select t.id::text from generation.turn t where t.conversation_id = ?::uuid
                union all select r.id::text from generation.response r join generation.turn t on t.id = r.turn_id
                    where t.conversation_id = ?::uuid""", conversation, conversation, conversation);
    }

    /** The pairs of a dataset with all that is said of them, but for what a new row has anew. */
    private List<String> pairs(String dataset) throws SQLException {
        return strings("""
                select (to_jsonb(p) - 'id' - 'updated_at')::text from preference.pair p
                where dataset = ? order by turn_id, a, b""", dataset);
    }

    private void emptyPreference() throws SQLException {
        List<String> tables = strings("""
                select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
                where schemaname = 'preference' and tablename <> 'flyway_schema_history'""");
        try (Connection connection = shared.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + tables.getFirst());
        }
    }

    /** Every column of every table of every service in which the text stands, as text or as bytes. */
    private List<String> traces(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = shared.connect();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("""
                        select table_schema, table_name, column_name, data_type from information_schema.columns
                        where %s order by 1, 2, 3""".formatted(OWN_TABLES))) {
            while (columns.next()) {
                String table = "\"%s\".\"%s\"".formatted(columns.getString(1), columns.getString(2));
                String column = "\"%s\"".formatted(columns.getString(3));
                String where = "bytea".equals(columns.getString(4))
                        ? "position(convert_to(?, 'UTF8') in %s) > 0".formatted(column)
                        : "position(? in %s::text) > 0".formatted(column);
                if (exists(connection, "select 1 from %s where %s limit 1".formatted(table, where), text)) {
                    found.add(columns.getString(1) + "." + columns.getString(2) + "." + columns.getString(3));
                }
            }
        }
        return found;
    }

    private static boolean exists(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private List<String> strings(String sql, String... parameters) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = shared.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    strings.add(rows.getString(1));
                }
            }
        }
        return strings;
    }
}
