package dev.attune.generation.conversation;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.counts;
import static dev.attune.generation.Api.freshAnonymisingDataset;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.importInto;
import static dev.attune.generation.Api.messages;
import static dev.attune.generation.Api.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Json;
import dev.attune.model.message.TurnChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class AnonymisationQuarkusTest {

    /** What must be nowhere; made of digits and words that no other test has. */
    private static final List<String> ORIGINALS = List.of(
            "Xiomara",
            "Quintanilla",
            "xiomara.q@planted-mail.test",
            "planted-mail",
            "(214) 637-8842",
            "637-8842",
            "4539 5787 6362 1486",
            "4539578763621486",
            "DE89370400440532013000",
            "536-22-8726",
            "99887766554",
            "4821 Willowmere",
            "Willowmere",
            "203.0.113.77",
            "linkedin.com/in/planted",
            "March 14, 1985");

    private static final String CLIENT =
            "My name is Xiomara Quintanilla, born on March 14, 1985. Write to xiomara.q@planted-mail.test or call"
                    + " (214) 637-8842. I make $145,000 and my 401(k) has 3.5% in cash.";
    private static final String ANSWER =
            "Thank you, Xiomara. Is 4821 Willowmere Lane, Apt 3, Dallas, TX 75201 still right, Ms. Quintanilla?";
    private static final String SECOND =
            "Yes. Card 4539 5787 6362 1486, IBAN DE89370400440532013000, SSN 536-22-8726, account number 99887766554,"
                    + " from 203.0.113.77, see linkedin.com/in/planted. Xiomara's number is (214) 637-8842.";

    @Inject
    Pool pool;

    @Test
    void shouldKeepNothingOfTheOriginalOfAnImport() throws IOException {
        String dataset = freshAnonymisingDataset();
        byte[] row = line(null);

        List<Map<String, Object>> lines = importInto(dataset, "attune", row);

        assertThat(counts(lines)).containsEntry("accepted", 1).containsEntry("refused", 0);
        assertThat(lines.getLast().get("anonymised"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("email", 1),
                        Map.entry("phone", 2),
                        Map.entry("card", 1),
                        Map.entry("iban", 1),
                        Map.entry("ssn", 1),
                        Map.entry("account", 1),
                        Map.entry("address", 1),
                        Map.entry("ip", 1),
                        Map.entry("url", 1),
                        Map.entry("birthdate", 1),
                        Map.entry("name", 5)));
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));
        TurnChanged first = messages(dataset).getFirst();
        TurnChanged second = messages(dataset).getLast();
        assertThat(first.text())
                .isEqualTo("My name is Alex Ashdown, born on [BIRTHDATE]. Write to [EMAIL] or call [PHONE]."
                        + " I make $145,000 and my 401(k) has 3.5% in cash.");
        assertThat(first.candidates().getFirst().text())
                .isEqualTo("Thank you, Alex. Is [ADDRESS] still right, Ms. Ashdown?");
        assertThat(second.text())
                .isEqualTo("Yes. Card [CARD], IBAN [IBAN], SSN [SSN], account number [ACCOUNT], from [IP], see [URL]."
                        + " Alex's number is [PHONE].");
        assertNowhere(Json.mapper().writeValueAsString(List.of(lines, messages(dataset))));
        assertThat(importInto(dataset, "attune", row).getLast())
                .containsEntry("anonymised", Map.of())
                .extracting("counts")
                .isEqualTo(Map.of("rows", 1, "accepted", 0, "unchanged", 1, "refused", 0, "turns", 0, "responses", 0));
        as("reviewer", dataset)
                .get("/v1/imports/" + lines.getLast().get("import"))
                .then()
                .statusCode(200)
                .body("anonymised.phone", equalTo(2))
                .body("anonymised.place", nullValue());
        assertNothingStored();
    }

    @Test
    void shouldKeepNothingOfTheOriginalOfAPost() throws IOException {
        String dataset = freshAnonymisingDataset();
        String body = new String(line(dataset), UTF_8);

        Response added = posted(dataset, body);
        Response repeated = posted(dataset, body);

        added.then().statusCode(201).body("anonymised.email", equalTo(1)).body("anonymised.name", equalTo(5));
        assertThat(repeated.asString()).isEqualTo(added.asString());
        post(dataset, body).then().statusCode(200).body("outcome", equalTo("unchanged"));
        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));
        assertNowhere(added.asString());
        assertNowhere(Json.mapper().writeValueAsString(messages(dataset)));
        assertNowhere(as("reviewer", dataset)
                .get("/v1/conversations/" + added.jsonPath().getString("conversation"))
                .asString());
        assertNothingStored();
    }

    @Test
    void shouldRefuseAnIdThatTellsOfAPerson() {
        String dataset = freshAnonymisingDataset();
        String row = "{\"id\":\"maria@example.org\",\"turns\":[{\"client\":\"Hello\"}]}";

        List<Map<String, Object>> lines = importInto(dataset, "attune", row.getBytes(UTF_8));

        assertThat(lines.getFirst())
                .isEqualTo(Map.of(
                        "line",
                        1,
                        "reason",
                        "personal_data",
                        "field",
                        "id",
                        "detail",
                        "looks like personal data; use a name that tells of nobody"));
        post(dataset, "{\"dataset\":\"%s\",%s".formatted(dataset, row.substring(1)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/id"));
    }

    @Test
    void shouldLeaveOtherDatasetsAlone() {
        String dataset = freshDataset();

        List<Map<String, Object>> lines = importInto(
                dataset, "attune", "{\"turns\":[{\"client\":\"Call 214-637-0000, Maria\"}]}".getBytes(UTF_8));

        assertThat(lines.getLast()).containsOnlyKeys("import", "counts");
        await().untilAsserted(() -> assertThat(messages(dataset))
                .extracting(TurnChanged::text)
                .containsExactly("Call 214-637-0000, Maria"));
    }

    private static Response posted(String dataset, String body) {
        return as("curator", dataset)
                .header("Idempotency-Key", "once-" + dataset)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/conversations");
    }

    private record Column(String table, String name, String type) {

        /** Bytes are shown as the characters that they are. */
        String text() {
            return type.equals("bytea")
                    ? "encode(c.\"%s\", 'escape')".formatted(name)
                    : "c.\"%s\"::text".formatted(name);
        }
    }

    private static byte[] line(@Nullable String dataset) throws IOException {
        Map<String, Object> row = new HashMap<>(Map.of(
                "turns",
                List.of(
                        Map.of(
                                "client",
                                CLIENT,
                                "responses",
                                List.of(Map.of("text", ANSWER), Map.of("text", "I see."))),
                        Map.of("client", SECOND))));
        if (dataset != null) {
            row.put("dataset", dataset);
        }
        return Json.mapper().writeValueAsBytes(row);
    }

    private static void assertNowhere(String text) {
        assertThat(ORIGINALS)
                .noneMatch(original -> text.toLowerCase(Locale.ROOT).contains(original.toLowerCase(Locale.ROOT)));
    }

    /** Looks into every column of text or JSON of every table of the service. */
    private void assertNothingStored() {
        List<Column> columns = new ArrayList<>();
        pool.query("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'generation'
                          and data_type in ('text', 'jsonb', 'json', 'character varying', 'bytea')""")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> columns.add(new Column(row.getString(0), row.getString(1), row.getString(2))));
        assertThat(columns)
                .extracting(Column::table)
                .contains("turn", "response", "conversation", "import", "outbox", "idempotency");
        for (Column column : columns) {
            long found = pool.preparedQuery("""
                            select count(*) from "%s" c
                            where exists (select 1 from unnest($1::text[]) as o where position(lower(o) in lower(%s)) > 0)""".formatted(column.table(), column.text()))
                    .execute(Tuple.tuple().addArrayOfString(ORIGINALS.toArray(String[]::new)))
                    .await()
                    .indefinitely()
                    .iterator()
                    .next()
                    .getLong(0);
            assertThat(found).as(column.table() + "." + column.name()).isZero();
        }
    }
}
