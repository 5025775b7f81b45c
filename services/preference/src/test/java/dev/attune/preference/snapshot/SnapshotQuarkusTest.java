package dev.attune.preference.snapshot;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.preference.TestTurn.freshDataset;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.Feed;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class SnapshotQuarkusTest {

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    private final String dataset = freshDataset();
    private final TestTurn human = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn imported = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn sure = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn likely = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn undecided = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn tied = TestTurn.of(dataset, "kind", "cold");

    @BeforeEach
    void feed() {
        feed.turns(
                human.changed(1),
                imported.changed(1),
                sure.changed(1),
                likely.changed(1),
                undecided.changed(1),
                tied.changed(1));
        feed.rankings(
                human.ranked(1, 1, 1, human.human(0, 1, 0.55, new Tally(1, 0, 0, 0))),
                imported.ranked(1, 1, 1, imported.imported(0, 1, 0.25, new Tally(1, 0, 0, 0))),
                sure.ranked(1, 1, 1, sure.automated(0, 1, 0.95)),
                likely.ranked(1, 1, 1, likely.automated(1, 0, 0.7)),
                undecided.ranked(1, 1, 1, undecided.automated(0, 1, 0.55)),
                tied.ranked(1, 1, 1, tied.human(0, 1, 0.75, new Tally(1, 1, 0, 0))));
    }

    @Test
    void shouldFreezeEveryEligiblePair() {
        ValidatableResponse created = post("{'dataset':'%s','name':'v1'}".formatted(dataset));

        created.statusCode(201)
                .body("id", notNullValue())
                .body("dataset", equalTo(dataset))
                .body("name", equalTo("v1"))
                .body("state", equalTo("frozen"))
                .body("pairs", equalTo(4))
                .body("quarantined", equalTo(Map.of("undecided", 1, "tie", 1)))
                .body("origins", equalTo(Map.of("human", 1, "imported", 1, "automated", 2)))
                .body("createdAt", notNullValue())
                .body("createdBy", equalTo("cora"));
        String id = created.extract().path("id");
        assertThat(get("reviewer", "/v1/snapshots/" + id, dataset)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getMap(""))
                .isEqualTo(created.extract().jsonPath().getMap(""));
    }

    @Test
    void shouldApplyTheLeastProbabilityToAutomatedPairsAlone() {
        String id = post("{'dataset':'%s','name':'sure','minProbability':0.9}".formatted(dataset))
                .statusCode(201)
                .body("pairs", equalTo(3))
                .body("origins", equalTo(Map.of("human", 1, "imported", 1, "automated", 1)))
                .body("quarantined", equalTo(Map.of("undecided", 2, "tie", 1)))
                .extract()
                .path("id");

        get("reviewer", "/v1/snapshots/" + id + "/quarantine", dataset)
                .body(
                        "items.turnId",
                        containsInAnyOrder(
                                likely.id().toString(),
                                undecided.id().toString(),
                                tied.id().toString()))
                .body("items.find { it.turnId == '" + likely.id() + "' }.reason", equalTo("undecided"))
                .body("items.find { it.turnId == '" + likely.id() + "' }.probability", equalTo(0.7f));
    }

    @Test
    void shouldTakeTheAskedOriginsAlone() {
        post("{'dataset':'%s','name':'people','origins':['human','imported','human']}".formatted(dataset))
                .statusCode(201)
                .body("pairs", equalTo(2))
                .body("origins", equalTo(Map.of("human", 1, "imported", 1)))
                .body("quarantined", equalTo(Map.of("tie", 1)));
        post("{'dataset':'%s','name':'none','origins':['imported'],'minProbability':1}".formatted(dataset))
                .statusCode(201)
                .body("pairs", equalTo(1))
                .body("quarantined", equalTo(Map.of()));
    }

    @Test
    void shouldKeepItsQuarantineWhenThePairsChange() {
        String id = post("{'dataset':'%s','name':'v1'}".formatted(dataset))
                .extract()
                .path("id");
        String path = "/v1/snapshots/" + id + "/quarantine";
        String before = get("reviewer", path, dataset).extract().asString();

        feed.rankings(
                tied.ranked(1, 1, 2, tied.human(0, 1, 0.75, new Tally(2, 1, 0, 0))),
                undecided.ranked(1, 1, 2, undecided.automated(0, 1, 0.99)));

        assertThat(Rows.pairs(pool, tied.id()).getFirst().getString("state")).isEqualTo("eligible");
        assertThat(get("reviewer", path, dataset).extract().asString()).isEqualTo(before);
        get("reviewer", path + "?limit=1", dataset).body("items", hasSize(1)).body("next", notNullValue());
        JsonPath first = get("reviewer", path + "?limit=1", dataset).extract().jsonPath();
        get("reviewer", path + "?limit=1&after=" + first.getString("next"), dataset)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void shouldFreezeANameOnce() {
        String body = "{'dataset':'%s','name':'v1'}".formatted(dataset);
        String id = keyed("k-" + dataset, body).statusCode(201).extract().path("id");

        keyed("k-" + dataset, body).statusCode(201).body("id", equalTo(id));
        keyed("other-" + dataset, body)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:attune:problem:conflict"));
        post(body).statusCode(409);
        assertThat(Rows.count(pool, "select count(*) from snapshot_pair where snapshot_id = $1", UUID.fromString(id)))
                .isEqualTo(4);
    }

    @Test
    void shouldListTheSnapshotsOfADataset() {
        post("{'dataset':'%s','name':'v1'}".formatted(dataset)).statusCode(201);
        post("{'dataset':'%s','name':'v2'}".formatted(dataset)).statusCode(201);
        get("reviewer", "/v1/snapshots?dataset=" + dataset, dataset).body("items.name", contains("v1", "v2"));
        get("reviewer", "/v1/snapshots", dataset).body("items.name", contains("v1", "v2"));
        String next = get("reviewer", "/v1/snapshots?limit=1&dataset=" + dataset, dataset)
                .body("items.name", contains("v1"))
                .extract()
                .path("next");
        get("reviewer", "/v1/snapshots?limit=1&dataset=" + dataset + "&after=" + next, dataset)
                .body("items.name", contains("v2"))
                .body("next", nullValue());
        get("reviewer", "/v1/snapshots", freshDataset()).body("items", hasSize(0));
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        String body = "{'dataset':'%s','name':'v1'}".formatted(dataset);
        for (String role : new String[] {"rater", "reviewer"}) {
            send(given().header("Authorization", bearer(role, "ann", "*")), body)
                    .statusCode(403);
        }
        send(given().header("Authorization", bearer("curator", "cora", "another")), body)
                .statusCode(403);
        String id = post(body).statusCode(201).extract().path("id");
        get("rater", "/v1/snapshots", "*").statusCode(403);
        get("rater", "/v1/snapshots/" + id, "*").statusCode(403);
        get("rater", "/v1/snapshots/" + id + "/quarantine", "*").statusCode(403);
        get("reviewer", "/v1/snapshots?dataset=" + dataset, "another").statusCode(403);
        get("reviewer", "/v1/snapshots/" + id, "another").statusCode(404);
        get("reviewer", "/v1/snapshots/" + id + "/quarantine", "another").statusCode(404);
        get("reviewer", "/v1/snapshots/" + Ids.next(), "*").statusCode(404);
    }

    @Test
    void shouldRefuseBadInput() {
        post("{'name':'v1'}").statusCode(400).body("errors.pointer", contains("/dataset"));
        post("{'dataset':'%s','name':'../v1'}".formatted(dataset))
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        post("{'dataset':'%s','name':'v1','minProbability':0.4}".formatted(dataset))
                .statusCode(400)
                .body("errors.pointer", contains("/minProbability"));
        post("{'dataset':'%s','name':'v1','origins':[]}".formatted(dataset))
                .statusCode(400)
                .body("errors.pointer", contains("/origins"));
        post("{'dataset':'%s','name':'v1','origins':['alien']}".formatted(dataset))
                .statusCode(400)
                .body("errors.pointer", contains("/origins/0"));
        post("{'dataset':'%s','name':'v1','colour':1}".formatted(dataset))
                .statusCode(400)
                .body("errors.pointer", contains("/colour"));
    }

    private ValidatableResponse post(String body) {
        return send(given().header("Authorization", bearer("curator", "cora", dataset)), body);
    }

    private ValidatableResponse keyed(String key, String body) {
        return send(
                given().header("Authorization", bearer("curator", "cora", dataset))
                        .header("Idempotency-Key", key),
                body);
    }

    private static ValidatableResponse send(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/v1/snapshots")
                .then();
    }

    private static ValidatableResponse get(String role, String path, String access) {
        return given().header("Authorization", bearer(role, "ann", access))
                .get(path)
                .then();
    }
}
