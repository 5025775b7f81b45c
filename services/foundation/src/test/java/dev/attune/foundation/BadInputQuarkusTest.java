package dev.attune.foundation;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.foundation.testing.TestTokens.bearerOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fuzzer of the whole platform found once. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BadInputQuarkusTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void shouldOfferJsonAlone() {
        for (String accepted : new String[] {"text/html", "application/xml", "text/event-stream", "image/*"}) {
            given().header("Authorization", bearer("reviewer", "ann", "*"))
                    .header("Accept", accepted)
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(406)
                    .contentType(PROBLEM);
        }
    }

    @Test
    void shouldRefuseMediaTypesThatCannotBeRead() {
        for (String unreadable : new String[] {"nonsense", "/", "application/json;q=abc", ", ,"}) {
            given().header("Authorization", bearer("reviewer", "ann", "*"))
                    .header("Accept", unreadable)
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(406)
                    .contentType(PROBLEM);
        }
        for (String unreadable : new String[] {"nonsense", "/", "application/problem+json", "text/plain"}) {
            post(unreadable, "{\"name\":\"a\",\"degree\":1}").statusCode(415).contentType(PROBLEM);
        }
    }

    @Test
    void shouldRefuseTokensWithoutContentOrSubject() {
        for (String token : new String[] {"Bearer ..", "Bearer .", bearerOf(Map.of("roles", List.of("admin")))}) {
            given().header("Authorization", token)
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(401)
                    .contentType(PROBLEM)
                    .header("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void shouldOpenNoDatasetByAnOddClaim() {
        for (Object odd : new Object[] {7, Map.of("a", 1), List.of(1, Map.of(), "b")}) {
            given().header("Authorization", bearerOf(claims(odd)))
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(403)
                    .contentType(PROBLEM);
        }
        for (Object good : new Object[] {"a", List.of(1, "a")}) {
            given().header("Authorization", bearerOf(claims(good)))
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(200)
                    .body("subject", equalTo("odd"));
        }
    }

    @Test
    void shouldRefuseALimitThatIsNoNumber() {
        for (String limit : new String[] {"abc", "1.5", "+5", "\u0663", "-1", "501", "99999999999999999999"}) {
            given().header("Authorization", bearer("reviewer", "ann", "*"))
                    .queryParam("limit", limit)
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("errors[0].pointer", equalTo("limit"));
        }
    }

    @Test
    void shouldTakeValuesOfTheirOwnTypeOnly() {
        for (String body : new String[] {
            "{\"name\":\"a\",\"degree\":\"1\"}",
            "{\"name\":\"a\",\"degree\":1.7}",
            "{\"name\":\"a\",\"degree\":true}",
            "{\"name\":\"a\",\"degree\":\"\"}",
            "{\"name\":7,\"degree\":1}",
            "{\"name\":true,\"degree\":1}",
            "{\"name\":\"a\",\"degree\":1,\"outcome\":0}",
            "{\"name\":\"a\",\"degree\":1,\"outcome\":\"\"}",
            "{\"name\":\"a\",\"name\":\"b\",\"degree\":1}",
            "{\"name\":\"a\",\"degree\":1} {}",
            "{\"name\":\"a\",\"degree\":NaN}",
            "{\"name\":\"a\",\"parts\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",\"degree\":1}",
        }) {
            post("application/json", body).statusCode(400).contentType(PROBLEM);
        }
        post("application/json", "{\"name\":\"a\",\"degree\":1}").statusCode(201);
    }

    private static Map<String, Object> claims(Object datasets) {
        return Map.of("sub", "odd", "roles", List.of("reviewer"), "attune_datasets", datasets);
    }

    private static ValidatableResponse post(String contentType, String body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("nonsense", ContentType.TEXT)
                                .encodeContentTypeAs("/", ContentType.TEXT)
                                .encodeContentTypeAs("application/problem+json", ContentType.TEXT)))
                .header("Authorization", bearer("rater", "ann", "*"))
                .contentType(contentType)
                .body(body)
                .post("/v1/samples")
                .then();
    }
}
