package dev.attune.generation.importing.rest;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.generation.importing.format.Formats;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ImportFormatsQuarkusTest {

    @Inject
    Formats formats;

    @Test
    void shouldDocumentTheFormatsThatThereAre() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/imports'.post.parameters.find { it.name == 'format' }.schema.enum",
                        equalTo(formats.names()))
                .body("paths.'/v1/imports'.post.parameters.find { it.name == 'dataset' }.required", equalTo(true));
    }

    @Test
    void shouldOfferLinesAlone() {
        given().header("Authorization", bearer("curator", "cora", "*"))
                .header("Accept", "text/html")
                .body("{}")
                .post("/v1/imports?dataset=a&format=attune")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }
}
