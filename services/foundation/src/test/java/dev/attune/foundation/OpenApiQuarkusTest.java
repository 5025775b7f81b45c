package dev.attune.foundation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTokens;
import dev.attune.model.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the document says beyond what the framework makes of annotations. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OpenApiQuarkusTest {

    @Test
    void shouldSayWhichProblemsAnOperationAnswersWith() throws Exception {
        JsonNode post = document().at("/paths/~1v1~1samples/post/responses");
        assertThat(post.fieldNames())
                .toIterable()
                .contains("400", "401", "403", "406", "411", "413", "415", "422", "500", "503");
        JsonNode get = document().at("/paths/~1v1~1samples~1{dataset}/get/responses");
        assertThat(get.fieldNames())
                .toIterable()
                .contains("400", "401", "403", "404", "406", "500", "503")
                .doesNotContain("411", "413", "415", "422");
        assertThat(post.at("/400/content/application~1problem+json/schema/$ref").asText())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(get.at("/404/description").asText()).isEqualTo("There is no such thing");
        assertThat(texts(document().at("/components/schemas/Problem/required")))
                .containsExactly("type", "title", "status");
    }

    @Test
    void shouldSayWhatIsThereAndWhatIsNull() throws Exception {
        JsonNode letter = document().at("/components/schemas/DeadLetterContentView");
        assertThat(texts(letter.at("/required"))).contains("id", "detail", "payload");
        assertThat(texts(letter.at("/properties/detail/type"))).containsExactly("string", "null");
        assertThat(letter.at("/properties/payload/anyOf/0/$ref").asText()).isEqualTo("#/components/schemas/BytesView");
        assertThat(letter.at("/properties/payload/anyOf/1/type").asText()).isEqualTo("null");
        assertThat(letter.has("additionalProperties")).isFalse();
        JsonNode page = document().at("/components/schemas/PageDeadLetterView");
        assertThat(texts(page.at("/required"))).containsExactly("items", "next");
        JsonNode request = document().at("/components/schemas/SampleRequest");
        assertThat(request.path("additionalProperties").isBoolean()).isTrue();
        assertThat(request.path("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void shouldSayWhichNullsAreLeftOut() throws Exception {
        for (String record : List.of("SampleView", "OtherView")) {
            JsonNode view = document().at("/components/schemas/" + record);
            assertThat(texts(view.at("/required"))).containsExactlyInAnyOrder("id", "empty");
            assertThat(view.at("/properties/absent/type").asText()).isEqualTo("string");
            assertThat(texts(view.at("/properties/empty/type"))).containsExactly("string", "null");
        }
        String admin = TestTokens.bearer("admin", "ada", "*");
        String accepted = given().header("Authorization", admin)
                .urlEncodingEnabled(false)
                .post("/v1/samples/a:accept")
                .then()
                .statusCode(202)
                .extract()
                .asString();
        String other = given().header("Authorization", admin)
                .get("/v1/samples/a/other")
                .asString();
        assertThat(accepted).isEqualTo(other).isEqualTo("{\"id\":\"a\",\"empty\":null}");
    }

    @Test
    void shouldSayTheStatusOfSuccess() throws Exception {
        JsonNode responses = document().at("/paths/~1v1~1samples~1{dataset}:accept/post/responses");
        assertThat(responses.fieldNames())
                .toIterable()
                .contains("202", "401", "404")
                .doesNotContain("200", "201", "204");
        assertThat(responses.at("/202/content/application~1json/schema/$ref").asText())
                .isEqualTo("#/components/schemas/SampleView");
    }

    @Test
    void shouldSayTheLimitsOfParametersAndPatternsOfTheWholeText() throws Exception {
        JsonNode limit = document()
                .at("/paths/~1v1~1dead-letters~1{service}/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals("limit"))
                .findFirst()
                .orElseThrow()
                .path("schema");
        assertThat(limit.path("type").asText()).isEqualTo("integer");
        assertThat(limit.path("minimum").asInt()).isEqualTo(1);
        assertThat(limit.path("maximum").asInt()).isEqualTo(500);
        assertThat(document().at("/components/schemas/UUID/pattern").asText())
                .startsWith("^(?:")
                .endsWith(")$");
    }

    private static JsonNode document() throws IOException {
        return Json.mapper()
                .readTree(given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
