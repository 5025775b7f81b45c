package dev.attune.foundation;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class HttpQuarkusTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void shouldAskForATokenEverywhere() {
        for (String path : new String[] {"/v1/samples/a", "/v1/nowhere"}) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType(PROBLEM)
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", equalTo("urn:attune:problem:unauthenticated"));
        }
        given().get("/q/metrics").then().statusCode(401);
        given().get("/q/health").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void shouldTellAnAdminHowItFares() {
        given().header("Authorization", bearer("admin", "root", "*"))
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("attune_outbox_oldest_age_seconds"))
                .body(containsString("attune_dead_letters_waiting"))
                .body(matchesPattern("(?s).*\\nsql_pool_active\\{[^}]*pool_type=\"sql\"} \\d.*"))
                .body(containsString("\nsql_pool_idle{"))
                .body(containsString("\nsql_pool_queue_size{"))
                .body(containsString("\nagroal_active_count{"))
                .body(containsString("\nagroal_available_count{"))
                .body(containsString("\nagroal_awaiting_count{"));
    }

    @Test
    void shouldRefuseTokensThatAreNotOurs() {
        String token = TestTokens.token("reviewer", "ann", Duration.ofMinutes(5), "*");
        String[] parts = token.split("\\.", -1);
        String unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        for (String bad : new String[] {
            TestTokens.token("reviewer", "ann", Duration.ofMinutes(-5), "*"),
            parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA",
            unsigned + "." + parts[1] + ".",
            "nonsense"
        }) {
            given().header("Authorization", "Bearer " + bad)
                    .get("/v1/samples/a")
                    .then()
                    .statusCode(401)
                    .contentType(PROBLEM);
        }
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        given().header("Authorization", bearer("rater", "ann", "*"))
                .get("/v1/samples/a")
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
        given().header("Authorization", bearer("reviewer", "ann", "b"))
                .get("/v1/samples/a")
                .then()
                .statusCode(403)
                .body("detail", equalTo("The token does not give access to this dataset"));
        given().header("Authorization", bearer("reviewer", "ann", "b", "a"))
                .get("/v1/samples/a")
                .then()
                .statusCode(200)
                .body("subject", equalTo("ann"))
                .body("limit", equalTo(50));
        given().header("Authorization", bearer("admin", "root", "*"))
                .get("/v1/samples/a?limit=7")
                .then()
                .statusCode(200)
                .body("limit", equalTo(7));
        given().header("Authorization", bearer("reviewer", "ann", "a"))
                .get("/v1/samples/a?limit=0")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("limit"));
    }

    @Test
    void shouldNameEveryFaultOfABody() {
        post("{\"name\":\" \",\"degree\":9,\"parts\":[{\"label\":\"x\"},{\"label\":\"\"}]}")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItems("/name", "/degree", "/parts/1/label"));
        post("{\"name\":\"a\",\"degree\":1,\"colour\":1}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"))
                .body("errors[0].message", equalTo("unknown field"));
        post("{\"name\":\"a\",\"degree\":\"many\"}").statusCode(400).body("errors[0].pointer", equalTo("/degree"));
        post("{\"name\":\"a\",\"degree\":1,\"outcome\":\"up\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outcome"))
                .body("errors[0].message", equalTo("must be one of left, right, tie, both_bad, skip"));
        post("{\"name\":").statusCode(400).contentType(PROBLEM);
        post("").statusCode(400).contentType(PROBLEM);
    }

    @Test
    void shouldNeverShowItsInside() {
        given().header("Authorization", bearer("admin", "root", "*"))
                .get("/v1/samples/a/broken")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
        given().header("Authorization", bearer("admin", "root", "*"))
                .get("/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        given().header("Authorization", bearer("admin", "root", "*"))
                .delete("/v1/samples")
                .then()
                .statusCode(405)
                .contentType(PROBLEM);
        given().header("Authorization", bearer("admin", "root", "*"))
                .contentType("text/plain")
                .body("x")
                .post("/v1/samples")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void shouldRefuseLargeBodiesUnread() {
        post("{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:attune:problem:too-large"));
    }

    @Test
    void shouldDoAWriteOncePerKey() {
        String body = "{\"name\":\"a\",\"degree\":1}";
        int first = keyed("k1", body).statusCode(201).extract().path("write");
        int again = keyed("k1", body).statusCode(201).extract().path("write");
        int other = keyed("k2", body).statusCode(201).extract().path("write");
        assertThat(again).isEqualTo(first);
        assertThat(other).isEqualTo(first + 1);
        keyed("k1", "{\"name\":\"b\",\"degree\":1}")
                .statusCode(422)
                .body("type", equalTo("urn:attune:problem:idempotency-key-reused"));
    }

    private static ValidatableResponse post(String body) {
        return given().header("Authorization", bearer("rater", "ann", "*"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/samples")
                .then();
    }

    private static ValidatableResponse keyed(String key, String body) {
        return given().header("Authorization", bearer("rater", "ann", "*"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/samples")
                .then();
    }
}
