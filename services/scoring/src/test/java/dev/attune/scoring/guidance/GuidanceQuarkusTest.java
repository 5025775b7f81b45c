package dev.attune.scoring.guidance;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.attune.foundation.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class GuidanceQuarkusTest {

    private static final String CLIENT = "I'm so ashamed, I haven't told anyone what I owe.";

    @Test
    void shouldSayWhatToDoAndWhatToAvoidAndWhy() {
        guidance("reviewer", CLIENT)
                .statusCode(200)
                .body("emotions[0].emotion", equalTo("shame"))
                .body("emotions[0].words.words", hasItem(containsStringIgnoringCase("ashamed")))
                .body("emotions[0].response", notNullValue())
                .body("strategies.strategy", hasItem("empathic-validation"))
                .body("strategies[0].fits", hasItem("shame"))
                .body("strategies[0].reason", notNullValue())
                // What the taxonomy says harms in shame, and a failure that the strategies replace.
                .body("avoid.tactic", hasItems("quantify-opportunity-cost", "early-solutions"))
                .body("strategies.strategy", not(hasItem("quantify-opportunity-cost")));
    }

    @Test
    void shouldBeForReviewersAndNeedAMessage() {
        guidance("rater", CLIENT).statusCode(403);
        guidance("reviewer", " ").statusCode(400).body("errors[0].pointer", equalTo("/client"));
    }

    private static ValidatableResponse guidance(String role, String client) {
        return given().header("Authorization", bearer(role, "ann"))
                .contentType(ContentType.JSON)
                .body(Map.of("client", client))
                .post("/v1/guidance")
                .then();
    }
}
