package dev.attune.preference.export.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.preference.export.ExportFormat;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ExportFormatsQuarkusTest {

    @Inject
    @All
    List<ExportFormat> formats;

    @Test
    void shouldDocumentTheFormatsThatThereAre() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/snapshots/{id}/export'.get.parameters.find { it.name == 'format' }.schema.enum",
                        equalTo(formats.stream()
                                // Some tests have formats of their own.
                                .filter(format ->
                                        format.getClass().getPackageName().endsWith(".format"))
                                .map(ExportFormat::name)
                                .sorted()
                                .toList()));
    }
}
