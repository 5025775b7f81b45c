package dev.attune.scoring.registry;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.scoring.score.Turns.aTurn;
import static dev.attune.scoring.score.Turns.responseId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnScored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model from the request to its retirement: trained on judgments, watched, promoted, followed by new scores, rolled back. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ModelLifeQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TRAINED = Duration.ofSeconds(180);
    private static final Map<String, Object> WHY = Map.of("reason", "a try");
    private static final String CLIENT = "I'm so ashamed, I haven't told anyone what I owe.";
    private static final String LISTENING = "Nothing has to be decided tonight. Somebody knows now.";
    private static final String LECTURING = "You should have asked earlier! You must make a budget.";

    @Inject
    CurrentModel current;

    /** Other tests expect the service's own model, whatever happened here. */
    @AfterEach
    void bringTheOwnModelBack() {
        String own = models().getString(
                        "items.findAll { it.version != null && it.version.startsWith('planner') }.last().version");
        if (!now().equals(own)) {
            promote(own, Map.of("force", true, "reason", "the test is over")).statusCode(200);
            await().atMost(SOON).untilAsserted(() -> assertThat(now()).isEqualTo(own));
        }
    }

    @Test
    void shouldTrainWatchPromoteRescoreAndRollBack() {
        await().atMost(TRAINED).until(() -> models().get("items.find { it.state == 'active' }.metrics") != null);
        String before = models().getString("items.find { it.state == 'active' }.version");
        List<TurnChanged> turns = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            turns.add(aTurn(CLIENT + " Envelope " + i, LISTENING, LECTURING));
        }
        turns.forEach(turn -> TestTopics.send(MessageType.TURN_CHANGED, turn.conversationId(), turn));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scores(turns.getLast())).hasSize(1));

        long same = train(false);
        await().atMost(TRAINED)
                .untilAsserted(() -> assertThat(model(same).getString("state")).isEqualTo("failed"));
        assertThat(model(same).getString("failure")).contains("nothing new to learn from");
        promote(Long.toString(same), WHY).statusCode(409).body("detail", containsString("failed"));

        turns.forEach(this::judgeAgainstTheModel);
        long number = trainedOnJudgments();
        JsonPath candidate = model(number);
        assertThat(candidate.getLong("judgments")).isEqualTo(6);
        assertThat(candidate.getInt("metrics.judgedPairs")).isEqualTo(6);
        String version = candidate.getString("version");
        assertThat(version).isNotEqualTo(before);

        admin().put("/v1/models/" + version + "/shadow").then().statusCode(204);
        await().atMost(SOON).until(() -> current.shadows().size() == 1);
        TurnChanged watched = aTurn(CLIENT, LISTENING, LECTURING);
        TestTopics.send(MessageType.TURN_CHANGED, watched.conversationId(), watched);
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(watched)).hasSize(1));
        assertThat(scores(watched).getFirst().model()).isEqualTo(before);
        admin().get("/v1/models/compare?left=" + before + "&right=" + version + "&dataset=" + watched.dataset())
                .then()
                .statusCode(200)
                .body("turns", equalTo(1))
                .body("pairs", equalTo(1))
                .body("farthest[0].turnId", equalTo(watched.turnId().toString()));
        admin().delete("/v1/models/" + version + "/shadow").then().statusCode(204);

        promote(version, Map.of("force", true)).statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        promote(version, Map.of("force", true, "reason", "the raters said so"))
                .statusCode(200)
                .body("version", equalTo(version))
                .body("actor", equalTo("root"));
        await().atMost(SOON).untilAsserted(() -> assertThat(now()).isEqualTo(version));
        turns.forEach(turn -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(scores(turn).getLast().model()).isEqualTo(version)));
        assertThat(scores(turns.getFirst()).getLast().revision()).isEqualTo(2);
        promote(version, WHY).statusCode(409).body("detail", containsString("already"));
        assertThat(model(number).getString("state")).isEqualTo("active");

        admin().contentType("application/json")
                .body(Map.of("reason", "back to the old one"))
                .post("/v1/models/rollback")
                .then()
                .statusCode(200)
                .body("version", equalTo(before));
        await().atMost(SOON).untilAsserted(() -> assertThat(now()).isEqualTo(before));
        turns.forEach(turn -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(scores(turn).getLast().model()).isEqualTo(before)));
        assertThat(model(number).getString("state")).isEqualTo("retired");
        assertThat(admin().get("/v1/models/activations").jsonPath().getList("items.reason", String.class))
                .startsWith("back to the old one", "the raters said so");
    }

    /** One of them may begin in between. */
    @Test
    void shouldTrainOnceForAllWhoAskWhileItWaits() {
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            numbers.add(train(false));
        }
        assertThat(numbers).hasSizeBetween(1, 2);
        await().atMost(TRAINED)
                .untilAsserted(() -> assertThat(numbers)
                        .allSatisfy(number ->
                                assertThat(model(number).getString("state")).isEqualTo("failed")));
    }

    @Test
    void shouldLetAdminsAloneChangeModels() {
        for (String role : List.of("rater", "reviewer", "curator")) {
            RequestSpecification request = given().header("Authorization", bearer(role, "ann"))
                    .contentType("application/json")
                    .body(Map.of());
            request.post("/v1/models").then().statusCode(403);
        }
        promote("nothing@0", WHY).statusCode(404);
    }

    private String now() {
        RegisteredModel model = current.now();
        return model == null ? "none" : model.version();
    }

    /** What people say here is the reverse of what the corpus teaches. */
    private void judgeAgainstTheModel(TurnChanged turn) {
        TestTopics.send(
                MessageType.JUDGMENT_RECORDED,
                turn.conversationId(),
                new JudgmentRecorded(
                        turn.dataset(),
                        turn.conversationId(),
                        turn.turnId(),
                        Ids.next(),
                        Ids.next(),
                        "ann",
                        JudgmentOrigin.HUMAN,
                        Outcome.RIGHT,
                        responseId(turn, 0),
                        responseId(turn, 1),
                        3,
                        Instant.now()));
    }

    /** Asks until all judgments have arrived. */
    private long trainedOnJudgments() {
        for (int tries = 0; tries < 5; tries++) {
            long number = train(true);
            await().atMost(TRAINED)
                    .untilAsserted(
                            () -> assertThat(model(number).getString("state")).isNotEqualTo("training"));
            if (model(number).getLong("judgments") == 6) {
                return number;
            }
        }
        throw new AssertionError("the judgments did not arrive");
    }

    private static long train(boolean judgments) {
        return admin().contentType("application/json")
                .body(Map.of("judgments", judgments))
                .post("/v1/models")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("number");
    }

    private static ValidatableResponse promote(String model, Map<String, Object> request) {
        return admin().contentType("application/json")
                .body(request)
                .post("/v1/models/" + model + "/promotions")
                .then();
    }

    private static JsonPath model(long number) {
        return admin().get("/v1/models/" + number).jsonPath();
    }

    private static JsonPath models() {
        return admin().get("/v1/models").jsonPath();
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", bearer("admin", "root", "*"));
    }

    private static List<TurnScored> scores(TurnChanged turn) {
        return TestTopics.read(MessageType.TURN_SCORED, TurnScored.class).stream()
                .filter(score -> score.turnId().equals(turn.turnId()))
                .toList();
    }
}
