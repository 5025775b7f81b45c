package dev.attune.preference.pair;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.preference.TestTurn.freshDataset;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.Feed;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class PairQuarkusTest {

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    private final String dataset = freshDataset();
    private final TestTurn human = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn imported = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn automated = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn undecided = TestTurn.of(dataset, "kind", "cold");
    private final TestTurn malformed = TestTurn.of(dataset, "kind", "cold").withHistory(Message.user("Hello?"));
    private final UUID judgment = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");

    @BeforeEach
    void feed() {
        feed.turns(
                human.changed(1),
                imported.changed(1),
                automated.changed(1),
                undecided.changed(1),
                malformed.changed(1));
        feed.rankings(
                human.ranked(1, 1, 3, human.human(0, 1, 0.75, new Tally(1, 0, 0, 0), judgment)),
                imported.ranked(1, 1, 3, imported.imported(0, 1, 0.25, new Tally(1, 0, 0, 0))),
                automated.ranked(1, 1, 3, automated.automated(0, 1, 0.75)),
                undecided.ranked(1, 1, 3, undecided.automated(0, 1, 0.55)),
                malformed.ranked(1, 1, 3, malformed.automated(0, 1, 0.75)));
    }

    @Test
    void shouldListByOriginStateAndReason() {
        list("?dataset=" + dataset).body("items", hasSize(5)).body("next", nullValue());
        list("?dataset=" + dataset + "&origin=human")
                .body("items.turnId", contains(human.id().toString()))
                .body("items[0].state", equalTo("eligible"))
                .body("items[0].chosen", equalTo(human.response(0).toString()))
                .body("items[0].rejected", equalTo(human.response(1).toString()))
                .body("items[0].probability", equalTo(0.75f))
                .body("items[0].margin", equalTo(1f))
                .body("items[0].judgments", contains(judgment.toString()))
                .body("items[0].rankingRevision", equalTo(3))
                .body("items[0].reason", nullValue());
        list("?dataset=" + dataset + "&state=quarantined").body("items", hasSize(2));
        list("?dataset=" + dataset + "&reason=malformed_prompt")
                .body("items.turnId", contains(malformed.id().toString()));
        list("?dataset=" + dataset + "&reason=undecided&origin=automated&state=quarantined")
                .body("items.turnId", contains(undecided.id().toString()))
                .body("items[0].chosen", nullValue());
        list("?dataset=" + dataset + "&reason=undecided&origin=human").body("items", hasSize(0));
    }

    @Test
    void shouldPageByIdWithoutGapOrRepetition() {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = list("?dataset=" + dataset + "&limit=2" + (next.isEmpty() ? "" : "&after=" + next))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
        }
        assertThat(seen).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldShowOnePairWithItsTextsAndProvenance() {
        UUID id = Rows.pairs(pool, imported.id()).getFirst().getUUID("id");

        get("reviewer", "/v1/pairs/" + id, dataset)
                .statusCode(200)
                .body("pair.id", equalTo(id.toString()))
                .body("pair.origin", equalTo("imported"))
                .body("pair.chosen", equalTo(imported.response(0).toString()))
                .body("pair.probability", equalTo(0.25f))
                .body("pair.margin", equalTo(1f))
                .body("pair.model", equalTo("pairwise@abc"))
                .body("conversationId", equalTo(imported.conversationId().toString()))
                .body("turnNumber", equalTo(1))
                .body("prompt.role", contains("user"))
                .body("prompt.content", contains("I am afraid of my mortgage."))
                .body("responses.find { it.id == '" + imported.response(0) + "' }.text", equalTo("kind"));
    }

    @Test
    void shouldHideForeignDatasets() {
        UUID id = Rows.pairs(pool, human.id()).getFirst().getUUID("id");
        get("reviewer", "/v1/pairs/" + id, "another").statusCode(404);
        get("reviewer", "/v1/pairs?dataset=" + dataset, "another").statusCode(403);
        get("reviewer", "/v1/pairs", freshDataset()).statusCode(200).body("items", hasSize(0));
        get("reviewer", "/v1/pairs", dataset).statusCode(200).body("items", hasSize(5));
        get("reviewer", "/v1/pairs/" + Ids.next(), "*").statusCode(404);
    }

    @Test
    void shouldRefuseRatersAndBadInput() {
        get("rater", "/v1/pairs", "*").statusCode(403);
        get("rater", "/v1/pairs/" + Ids.next(), "*").statusCode(403);
        for (String parameter : List.of("origin=alien", "state=lost", "reason=none", "limit=0", "after=x")) {
            get("reviewer", "/v1/pairs?" + parameter, "*")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(parameter.substring(0, parameter.indexOf('='))));
        }
        get("reviewer", "/v1/pairs?state=lost", "*").body("errors[0].message", containsString("eligible, quarantined"));
        get("reviewer", "/v1/pairs/nonsense", "*").statusCode(404);
    }

    private ValidatableResponse list(String query) {
        return get("reviewer", "/v1/pairs" + query, dataset).statusCode(200);
    }

    private static ValidatableResponse get(String role, String path, String access) {
        return given().header("Authorization", bearer(role, "ann", access))
                .get(path)
                .then();
    }
}
