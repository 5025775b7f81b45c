package dev.attune.ranking.testing;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Raters at work over HTTP. */
public final class Raters {

    private Raters() {}

    public static ValidatableResponse ask(String rater, String dataset) {
        return askAs(bearer("rater", rater, dataset), Map.of("dataset", dataset));
    }

    /** Asks with any token and any body. */
    public static ValidatableResponse askAs(String bearer, Object body) {
        return given().header("Authorization", bearer)
                .contentType(ContentType.JSON)
                .body(body)
                // A colon is a plain character of a path; left to itself REST Assured would write %3A.
                .urlEncodingEnabled(false)
                .post("/v1/comparisons:next")
                .then();
    }

    /** Asks, and says which comparison it was. */
    public static String take(String rater, String dataset) {
        return ask(rater, dataset).statusCode(200).extract().path("comparison");
    }

    public static ValidatableResponse judge(String rater, String dataset, Map<String, ?> answer) {
        return given().header("Authorization", bearer("rater", rater, dataset))
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/v1/judgments")
                .then();
    }

    public static ValidatableResponse judge(String rater, String dataset, String comparison, String outcome) {
        return judge(rater, dataset, Map.of("comparison", comparison, "outcome", outcome));
    }

    public static ValidatableResponse get(String role, String subject, String dataset, String path) {
        return given().header("Authorization", bearer(role, subject, dataset))
                .get(path)
                .then();
    }
}
