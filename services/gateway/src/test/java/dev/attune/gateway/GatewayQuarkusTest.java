package dev.attune.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EchoServices.class)
class GatewayQuarkusTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void shouldForwardToTheOwnerWithQueryAndHeaders() {
        given().header("Authorization", "Bearer t")
                .get("/v1/pairs?dataset=a&limit=2")
                .then()
                .statusCode(201)
                .header("x-service", "preference")
                .header("x-authorization", "Bearer t")
                .body(equalTo("GET /v1/pairs?dataset=a&limit=2 0"));
    }

    @Test
    void shouldForwardDeadLettersToTheServiceThatThePathNames() {
        given().get("/v1/dead-letters/preference?limit=2")
                .then()
                .statusCode(201)
                .header("x-service", "preference")
                .body(equalTo("GET /v1/dead-letters/preference?limit=2 0"));
        // REST Assured encodes the colon.
        given().post("/v1/dead-letters/generation:replay")
                .then()
                .statusCode(201)
                .header("x-service", "generation")
                .body(equalTo("POST /v1/dead-letters/generation:replay 0"));
        given().post("/v1/dead-letters/ranking/17:replay")
                .then()
                .statusCode(201)
                .header("x-service", "ranking")
                .body(equalTo("POST /v1/dead-letters/ranking/17:replay 0"));
        given().delete("/v1/dead-letters/ranking/17")
                .then()
                .statusCode(201)
                .header("x-service", "ranking")
                .body(equalTo("DELETE /v1/dead-letters/ranking/17 0"));
        given().get("/v1/dead-letters/scoring").then().statusCode(503).contentType(PROBLEM);
        given().get("/v1/dead-letters/nobody").then().statusCode(404).contentType(PROBLEM);
        given().get("/v1/dead-letters").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void shouldStreamBodiesLargerThanMemoryWouldLike() {
        byte[] body = new byte[64 << 20];
        given().contentType("application/octet-stream")
                .body(new ByteArrayInputStream(body))
                .post("/v1/imports?dataset=a")
                .then()
                .statusCode(201)
                .header("x-service", "generation")
                .body(equalTo("POST /v1/imports?dataset=a " + body.length));
    }

    @Test
    void shouldLoseNoBodyOfAClientThatWouldRatherSpeakHttp2() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/imports"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(new byte[3_000])))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.body()).isEqualTo("POST /v1/imports 3000");
        }
    }

    @Test
    void shouldPassOverAReplicaThatRefuses() {
        for (int i = 0; i < 4; i++) {
            // REST Assured encodes the colon.
            given().post("/v1/comparisons:next")
                    .then()
                    .statusCode(201)
                    .header("x-service", "ranking")
                    .body(equalTo("POST /v1/comparisons:next 0"));
        }
    }

    @Test
    void shouldExplainThatAServiceIsAway() {
        given().get("/v1/models")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:attune:problem:unavailable"))
                .body("detail", equalTo("The service scoring does not answer now"));
    }

    @Test
    void shouldKnowNoOtherPath() {
        given().get("/v1/nowhere").then().statusCode(404).contentType(PROBLEM);
        given().get("/elsewhere").then().statusCode(404);
    }

    @Test
    void shouldMergeTheDocumentsOfThoseWhoAnswer() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", not(anEmptyMap()))
                .body("paths.'/v1/preference'", not(nullValue()))
                .body("paths.'/v1/scoring'", nullValue());
        given().get("/q/health/ready").then().statusCode(200);
    }
}
