package dev.attune.preference.export;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.preference.TestTurn.freshDataset;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.Feed;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ExportQuarkusTest {

    private static final UUID CONVERSATION = UUID.fromString("0199aaaa-0000-7000-8000-000000000010");
    private static final UUID FIRST_JUDGMENT = UUID.fromString("0199aaaa-0000-7000-8000-000000000031");
    private static final UUID SECOND_JUDGMENT = UUID.fromString("0199aaaa-0000-7000-8000-000000000032");

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    private final String dataset = freshDataset();

    @Test
    void shouldWriteTheGoldenFiles() throws IOException {
        TestTurn first = golden(1, "11", List.of(new Message(Role.SYSTEM, "You are a calm planner.")));
        TestTurn second = golden(
                2,
                "12",
                List.of(
                        new Message(Role.SYSTEM, "You are a calm planner."),
                        Message.user("Tab\there, \"quotes\", back\\slash, \\N, line\nfeed, Zürich \uD83D\uDE00"),
                        Message.assistant("I see.")));
        feed.turns(second.changed(1), first.changed(1));
        feed.rankings(
                second.ranked(1, 1, 7, second.imported(0, 1, 0.25, new Tally(1, 0, 0, 0), FIRST_JUDGMENT)),
                first.ranked(1, 1, 3, first.human(1, 0, 0.75, new Tally(2, 0, 1, 0), FIRST_JUDGMENT, SECOND_JUDGMENT)));
        String id = freeze("v1");

        ValidatableResponse training = export("curator", id, "?format=trl-preference", dataset);
        ValidatableResponse provenance = export("curator", id, "?format=provenance", dataset);

        training.statusCode(200)
                .contentType("application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"" + dataset + "-v1.trl-preference.jsonl\"");
        provenance.header("Content-Disposition", "attachment; filename=\"" + dataset + "-v1.provenance.jsonl\"");
        assertThat(text(training)).isEqualTo(golden("trl-preference.jsonl"));
        assertThat(text(provenance))
                .isEqualTo(golden("provenance.jsonl")
                        .replace("<pair-1>", pairId(first))
                        .replace("<pair-2>", pairId(second)));
        assertThat(text(export("curator", id, "", dataset)))
                .as("what a snapshot is exported as where nothing is asked for")
                .isEqualTo(text(training));
    }

    @Test
    void shouldStayTheSameWhenPairsChangeAndGo() {
        TestTurn turn = TestTurn.of(dataset, "kind", "cold", "worse");
        TestTurn judged = TestTurn.of(dataset, "kind", "cold");
        feed.turns(turn.changed(1), judged.changed(1));
        feed.rankings(
                turn.ranked(1, 1, 1, turn.automated(0, 1, 0.9), turn.automated(1, 2, 0.9), turn.automated(0, 2, 0.99)),
                judged.ranked(1, 1, 1, judged.human(0, 1, 0.75, new Tally(1, 0, 0, 0), FIRST_JUDGMENT)));
        String id = freeze("v1");
        String training = text(export("curator", id, "", dataset));
        String provenance = text(export("curator", id, "?format=provenance", dataset));
        assertThat(training.lines()).hasSize(4);

        feed.rankings(
                turn.ranked(1, 2, 2, turn.automated(0, 1, 0.1)),
                judged.ranked(1, 1, 2, judged.human(0, 1, 0.25, new Tally(1, 2, 0, 0), SECOND_JUDGMENT)));
        feed.turns(turn.keeping(1).changed(2));

        assertThat(Rows.pairs(pool, turn.id())).isEmpty();
        assertThat(Rows.pairs(pool, judged.id()).getFirst().getUUID("chosen")).isEqualTo(judged.response(1));
        assertThat(text(export("curator", id, "", dataset))).isEqualTo(training);
        assertThat(text(export("curator", id, "?format=provenance", dataset))).isEqualTo(provenance);
        assertThat(text(export("curator", freeze("v2"), "", dataset)).lines()).hasSize(1);
    }

    @Test
    void shouldExportNothingAsAnEmptyFile() {
        String id = freeze("empty");
        assertThat(text(export("curator", id, "", dataset).statusCode(200))).isEmpty();
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        String id = freeze("v1");
        export("rater", id, "", "*").statusCode(403);
        export("reviewer", id, "", "*").statusCode(403);
        export("curator", id, "", "another").statusCode(404);
        export("curator", Ids.next().toString(), "", "*").statusCode(404).contentType("application/problem+json");
        export("curator", id, "?format=papyrus", "*")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("format"))
                .body("errors[0].message", containsString("must be one of provenance,"))
                .body("errors[0].message", containsString("trl-preference"));
    }

    private TestTurn golden(int number, String suffix, List<Message> history) {
        UUID id = UUID.fromString("0199aaaa-0000-7000-8000-0000000000" + suffix);
        UUID better = UUID.fromString("0199aaaa-0000-7000-8000-0000000001" + suffix);
        UUID worse = UUID.fromString("0199aaaa-0000-7000-8000-0000000002" + suffix);
        return new TestTurn(
                dataset,
                null,
                CONVERSATION,
                number,
                id,
                history,
                "I lost my job, turn " + number + ".",
                List.of(better, worse),
                List.of("That is a lot\tat once.\n\nAre you safe \\ this month?", "Refinance now."));
    }

    private String pairId(TestTurn turn) {
        return Rows.pairs(pool, turn.id()).getFirst().getUUID("id").toString();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ExportQuarkusTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private String freeze(String name) {
        return given().header("Authorization", bearer("curator", "cora", dataset))
                .contentType(ContentType.JSON)
                .body(Map.of("dataset", dataset, "name", name))
                .post("/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse export(String role, String id, String query, String access) {
        return given().header("Authorization", bearer(role, "cora", access))
                .get("/v1/snapshots/" + id + "/export" + query)
                .then();
    }

    private static String text(ValidatableResponse response) {
        return new String(response.extract().asByteArray(), UTF_8);
    }
}
