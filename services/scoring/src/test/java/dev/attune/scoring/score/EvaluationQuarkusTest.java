package dev.attune.scoring.score;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.rubric.Rubric;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class EvaluationQuarkusTest {

    private static final String CLIENT = "I'm so ashamed, I haven't told anyone what I owe.";

    @Test
    void shouldScoreTextsNow() {
        Map<String, Object> request = Map.of(
                "client",
                CLIENT,
                "responses",
                List.of("Nothing has to be decided tonight.", "You should have asked earlier! You must budget."));

        JsonPath answer = post("reviewer", request)
                .statusCode(200)
                .body("model", matchesPattern("planner-linear@[0-9a-f]{12}"))
                .body("rubric", equalTo(Rubric.finance().version()))
                .body("emotions[0].emotion", equalTo("shame"))
                .body("responses", hasSize(2))
                .extract()
                .jsonPath();

        assertThat(answer.getMap("responses[0].rubric"))
                .containsOnlyKeys(Rubric.finance().codes().toArray());
        assertThat(answer.getDouble("responses[0].utility")).isGreaterThan(answer.getDouble("responses[1].utility"));
    }

    @Test
    void shouldScoreAClientAlone() {
        post("curator", Map.of("client", "..."))
                .statusCode(200)
                .body("emotions", hasSize(1))
                .body("responses", hasSize(0));
    }

    @Test
    void shouldTakeTextsUpToTheirLimits() {
        String largest = "money ".repeat(32 * 1024 / 6);
        post("reviewer", Map.of("client", largest, "responses", Collections.nCopies(16, largest)))
                .statusCode(200)
                .body("responses", hasSize(16));
    }

    @Test
    void shouldNameEveryFault() {
        post("reviewer", Map.of("client", " ", "responses", List.of("a", "", "\u20ac".repeat(11_000))))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/client", "/responses/1", "/responses/2"));
        post("reviewer", Map.of("client", CLIENT, "responses", Collections.nCopies(17, "a")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/responses"));
        post("reviewer", Map.of("client", CLIENT, "response", "a"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/response"))
                .body("errors[0].message", equalTo("unknown field"));
        post("reviewer", Map.of("client", "x".repeat(1_100_000))).statusCode(413);
    }

    @Test
    void shouldSayWhatIsWrongAndWhatMovedTheScores() {
        Map<String, Object> request = Map.of(
                "client",
                CLIENT,
                "responses",
                List.of("Put it into the fund, you can't lose. How could you let it go so long?"),
                "stated",
                Map.of("topic", "astrology", "skills", List.of("Jennifer")));

        post("reviewer", request)
                .statusCode(200)
                .body("findings.code", hasItems("guaranteed-return", "shaming", "unknown-topic", "skill-is-no-skill"))
                .body("findings.find { it.code == 'shaming' }.severity", equalTo("breach"))
                .body("findings.find { it.code == 'shaming' }.reply", equalTo(0))
                .body("findings.find { it.code == 'shaming' }.words", equalTo("How could you let it go so long?"))
                .body("responses[0].reasons.empathy", hasSize(5))
                .body("responses[0].confidence.empathy", allOf(greaterThan(0f), lessThan(1f)))
                .body("responses[0].strategies[0].strategy", notNullValue())
                .body("state.valence", lessThan(0f));
    }

    /** Scored, and every number is one: JSON has no other. */
    @Test
    void shouldScoreOddTexts() {
        for (String text : List.of(
                "\ud83d\ude00\ud83d\ude21\ud83d\ude22",
                "\u0627\u0644\u0645\u0627\u0644 \u05db\u05e1\u05e3",
                "I am \u0433\u0440\u0443\u0441\u0442\u043d\u043e about \u5927 money",
                "a\u0001b\u0007\u001b[31m",
                "<b>You should</b>&amp;<script>alert(1)</script>",
                "?!?!",
                "\u202e reversed \u200b joined")) {
            post("reviewer", Map.of("client", text, "responses", List.of(text)))
                    .statusCode(200)
                    .body("emotions", not(empty()))
                    .body(
                            "responses[0].rubric.values()",
                            everyItem(allOf(greaterThanOrEqualTo(1f), lessThanOrEqualTo(5f))));
        }
    }

    @Test
    void shouldBeForReviewers() {
        post("rater", Map.of("client", CLIENT)).statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of("client", CLIENT))
                .post("/v1/evaluations")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse post(String role, Map<String, ?> body) {
        return given().header("Authorization", bearer(role, "ann"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/evaluations")
                .then();
    }
}
