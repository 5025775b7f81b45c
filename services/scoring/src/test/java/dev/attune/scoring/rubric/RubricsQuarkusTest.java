package dev.attune.scoring.rubric;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import dev.attune.foundation.testing.Servers;
import dev.attune.scoring.registry.CurrentModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service with two rubrics that an operator has added. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(RubricsQuarkusTest.Added.class)
class RubricsQuarkusTest {

    /** The folder of rubrics. */
    public static final class Added implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.scoring.rubrics",
                    Path.of("src/test/resources/rubrics").toAbsolutePath().toString());
        }
    }

    @Inject
    CurrentModel current;

    @Test
    void shouldListAndScoreByEveryRubric() {
        await().atMost(Duration.ofSeconds(120)).until(() -> current.isLoaded());

        given().header("Authorization", bearer("rater", "ann"))
                .get("/v1/rubrics")
                .then()
                .statusCode(200)
                .body("items.name", contains("planner", "care-first", "questions"))
                .body("items.scale.highest", contains(5, 5, 2));

        JsonPath evaluation = given().header("Authorization", bearer("reviewer", "rita"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "client",
                        "My sister moved in and eats everything.",
                        "responses",
                        List.of("What is it like when you open the fridge at night?")))
                .post("/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(evaluation.getDouble("responses[0].rubric.asks")).isBetween(1.5, 2.0);
        assertThat(evaluation.getDouble("responses[0].overall.questions"))
                .isCloseTo(evaluation.getDouble("responses[0].rubric.asks"), within(1e-4));
        assertThat(evaluation.getDouble("responses[0].overall.'care-first'"))
                .isCloseTo(
                        (3 * evaluation.getDouble("responses[0].rubric.empathy")
                                        + evaluation.getDouble("responses[0].rubric.appropriateness"))
                                / 4,
                        within(1e-3));
        assertThat(evaluation.getString("rubric")).contains("+questions@");
    }
}
