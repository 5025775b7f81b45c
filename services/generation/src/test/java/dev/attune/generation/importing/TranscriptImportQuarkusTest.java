package dev.attune.generation.importing;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.counts;
import static dev.attune.generation.Api.freshAnonymisingDataset;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.importInto;
import static dev.attune.generation.Api.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.generation.Api;
import dev.attune.generation.importing.format.Formats;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Transcripts of people, by the one way in. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TranscriptImportQuarkusTest {

    @Inject
    Pool pool;

    @Inject
    Formats formats;

    @Test
    void shouldMakeTurnsOfRows() {
        String dataset = freshDataset();
        String rows = """
                conversation,speaker,text
                a,Client,"I am afraid,
                of it"
                a,Advisor,What is it?
                a,Client,=HYPERLINK("x")
                b,Stranger,x
                a,Client,late
                """;

        List<Map<String, Object>> lines = importInto(dataset, "csv", rows.getBytes(UTF_8));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .containsEntry("line", 6)
                .containsEntry("reason", "unknown_speaker")
                .containsEntry("field", "speaker")
                .hasEntrySatisfying(
                        "detail", detail -> assertThat((String) detail).contains("\"Stranger\""));
        assertThat(lines.get(1)).containsEntry("line", 7).containsEntry("reason", "scattered_conversation");
        assertThat(counts(lines))
                .containsEntry("rows", 3)
                .containsEntry("accepted", 1)
                .containsEntry("turns", 2);
        assertThat(counts(importInto(dataset, "csv", rows.getBytes(UTF_8)))).containsEntry("unchanged", 1);
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));
        TurnChanged first = turn(dataset, "I am afraid,\nof it");
        assertThat(first.candidates())
                .extracting(TurnChanged.Candidate::text, TurnChanged.Candidate::generator)
                .containsExactly(tuple("What is it?", "imported"));
        TurnChanged second = turn(dataset, "=HYPERLINK(\"x\")");
        assertThat(second.history()).hasSize(2);
        // The generator of the service has answered what nobody had.
        assertThat(second.state()).isEqualTo(TurnState.COMPLETE);
        assertThat(second.candidates())
                .allMatch(candidate -> !candidate.generator().equals("imported"));
    }

    @Test
    void shouldLetNoNameOfASpeakerSurvive() {
        String dataset = freshAnonymisingDataset();
        String csv = """
                chat,role,name,message
                1,user,Jennifer Quombly,"Hi, Jennifer here. My cell is 214-555-0147."
                1,agent,Thandrax,"Hello Jennifer, Thandrax speaking. Is Quombly your name?"
                1,user,Jennifer Quombly,"Yes, thank you Thandrax."
                quombly-2,user,Jennifer Quombly,hello
                3,stranger Zyxwort,Zyxwort,hello
                """;
        String log = """
                [2026-01-03 10:12] Jennifer Quombly: Jennifer again, how are you, Thandrax?
                [2026-01-03 10:13] Thandrax: Well, Jennifer.
                [2026-01-03 10:13] Zyxwort joined
                ---
                10:12 Zyxwort: I am nobody you know
                """;

        List<Map<String, Object>> ofCsv = importInto(dataset, "csv", csv.getBytes(UTF_8));
        List<Map<String, Object>> ofLog = lines(as("curator", dataset)
                .queryParam("client", "Jennifer Quombly")
                .queryParam("advisor", "Thandrax", "Elena")
                .queryParam("dataset", dataset)
                .queryParam("format", "chat-log")
                .body(log.getBytes(UTF_8))
                .post("/v1/imports"));

        assertThat(ofCsv.subList(0, 2))
                .extracting(line -> line.get("line") + " " + line.get("reason"))
                .containsExactly("5 personal_data", "6 unknown_speaker");
        assertThat(ofLog.subList(0, 2))
                .extracting(line -> line.get("line") + " " + line.get("reason"))
                .containsExactly("3 system_line", "5 unknown_speaker");
        assertThat(counts(ofCsv)).containsEntry("accepted", 1);
        assertThat(counts(ofLog)).containsEntry("accepted", 1);
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(3));
        TurnChanged first = messages(dataset).stream()
                .filter(turn -> turn.text().startsWith("Hi, "))
                .findFirst()
                .orElseThrow();
        String given = first.text().replaceAll("Hi, (\\w+) here.*", "$1");
        assertThat(first.text()).isEqualTo("Hi, " + given + " here. My cell is [PHONE].");
        assertThat(first.candidates().getFirst().text()).startsWith("Hello " + given + ", ");
        assertThat(messages(dataset).toString()).contains(given).doesNotContain("Jennifer");
        String everything = everything() + messages(dataset);
        assertThat(everything).contains("speaking. Is");
        for (String name : List.of("Quombly", "Thandrax", "Zyxwort", "quombly")) {
            assertThat(everything.contains(name)).as(name).isFalse();
        }
    }

    @Test
    void shouldRefuseNamesThatSayTwoThings() {
        String dataset = freshDataset();
        as("curator", dataset)
                .queryParam("dataset", dataset)
                .queryParam("format", "csv")
                .queryParam("client", "Bob")
                .queryParam("advisor", "bob")
                .body("x".getBytes(UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body(containsString("must not be a client too"));
    }

    @Test
    void shouldEndAtABombOfGzip() throws IOException {
        String dataset = freshDataset();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write("chat,speaker,text\na,user,hello\nb,user,".getBytes(UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1_000; i++) {
                zeros[i] = '\n';
                out.write(zeros);
            }
        }

        List<Map<String, Object>> lines = importInto(dataset, "csv", bomb.toByteArray());

        assertThat(lines).anySatisfy(line -> assertThat(line).containsEntry("reason", "gzip_bomb"));
        assertThat(counts(lines)).containsEntry("accepted", 1);
        as("reviewer", dataset)
                .get("/v1/imports/" + lines.getLast().get("import"))
                .then()
                .body("state", equalTo("broken"));
    }

    @Test
    void shouldInflateNoOtherBody() throws IOException {
        String dataset = freshDataset();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"dataset\":\"%s\",\"turns\":[{\"client\":\"x\"}]}"
                    .formatted(dataset)
                    .getBytes(UTF_8));
        }
        as("curator", dataset)
                .contentType(ContentType.JSON)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/v1/conversations")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldNameAllFormatsInTheDescription() {
        as("reviewer", "*")
                .get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/imports'.post.parameters.find { it.name == 'format' }.schema.enum",
                        containsInAnyOrder(formats.names().toArray()));
    }

    private static TurnChanged turn(String dataset, String text) {
        return messages(dataset).stream()
                .filter(turn -> turn.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> lines(Response response) {
        response.then().statusCode(200);
        return response.asString().lines().map(Api::parse).toList();
    }

    /** All tables of the service, row by row. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        List<String> tables = new ArrayList<>();
        for (Row row :
                query("select table_name from information_schema.tables where table_schema = current_schema()")) {
            tables.add(row.getString(0));
        }
        assertThat(tables).contains("turn", "response", "import", "import_refusal", "outbox");
        for (String table : tables) {
            for (Row row : query("select t::text from \"" + table + "\" t")) {
                all.append(row.getString(0)).append('\n');
            }
        }
        return all.toString();
    }

    private Iterable<Row> query(String sql) {
        return pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
    }
}
