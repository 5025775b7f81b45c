package dev.attune.scoring.score;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.scoring.score.Turns.aTurn;
import static dev.attune.scoring.score.Turns.inDataset;
import static dev.attune.scoring.score.Turns.responseId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ScoreQuarkusTest {

    @Test
    void shouldGiveTheCurrentScoreOfATurn() {
        TurnChanged turn = scored(aTurn("I'm scared I'll lose everything.", "May I ask what you fear most?"));

        get("reviewer", "?turn=" + turn.turnId(), turn.dataset())
                .statusCode(200)
                .body("turnId", equalTo(turn.turnId().toString()))
                .body("conversationId", equalTo(turn.conversationId().toString()))
                .body("dataset", equalTo(turn.dataset()))
                .body("turnRevision", equalTo(1))
                .body("revision", equalTo(1))
                .body("model", matchesPattern("planner-linear@[0-9a-f]{12}"))
                .body("rubric", matchesPattern("planner@[0-9a-f]{12}"))
                .body("emotions[0].emotion", equalTo("fear"))
                .body("responses", hasSize(1))
                .body("responses[0].responseId", equalTo(responseId(turn, 0).toString()))
                .body("responses[0].rubric.size()", equalTo(6))
                .body("responses[0].utility", notNullValue())
                .body("scoredAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    @Test
    void shouldListTheScoresOfADatasetPageByPage() {
        String dataset = "dataset-" + Ids.next();
        List<String> ids = Stream.of(aTurn("One."), aTurn("Two."), aTurn("Three."))
                .map(turn -> scored(inDataset(turn, dataset)).turnId())
                .sorted(Comparator.comparing(Object::toString))
                .map(Object::toString)
                .toList();

        String next = get("reviewer", "?dataset=" + dataset + "&limit=2", dataset)
                .statusCode(200)
                .body("items.turnId", contains(ids.get(0), ids.get(1)))
                .extract()
                .path("next");
        get("reviewer", "?dataset=" + dataset + "&limit=2&after=" + next, dataset)
                .statusCode(200)
                .body("items.turnId", contains(ids.get(2)))
                .body("next", nullValue());
        get("reviewer", "", dataset).statusCode(200).body("items", hasSize(3));
    }

    @Test
    void shouldHideScoresOfForeignDatasets() {
        TurnChanged turn = scored(aTurn("Hidden."));

        get("reviewer", "?turn=" + turn.turnId(), "another")
                .statusCode(404)
                .body("type", equalTo("urn:attune:problem:not-found"));
        get("reviewer", "?dataset=" + turn.dataset(), "another").statusCode(403);
        get("reviewer", "", "another").statusCode(200).body("items", hasSize(0));
        get("rater", "?turn=" + turn.turnId(), "*").statusCode(403);
    }

    @Test
    void shouldRefuseParametersThatMakeNoSense() {
        get("reviewer", "?turn=" + Ids.next(), "*").statusCode(404);
        get("reviewer", "?turn=x", "*").statusCode(400).body("errors[0].pointer", equalTo("turn"));
        get("reviewer", "?turn=" + Ids.next() + "&dataset=a", "*")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("dataset"));
        get("reviewer", "?limit=0", "*").statusCode(400).body("errors[0].pointer", equalTo("limit"));
        get("reviewer", "?after=x", "*").statusCode(400).body("errors[0].pointer", equalTo("after"));
    }

    private static TurnChanged scored(TurnChanged turn) {
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversationId(), turn);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("reviewer", "?turn=" + turn.turnId(), "*")
                                .extract()
                                .statusCode())
                        .isEqualTo(200));
        return turn;
    }

    private static ValidatableResponse get(String role, String query, String dataset) {
        return given().header("Authorization", bearer(role, "ann", dataset))
                .get("/v1/scores" + query)
                .then();
    }
}
