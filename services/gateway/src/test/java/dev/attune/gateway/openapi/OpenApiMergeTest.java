package dev.attune.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    @Test
    void shouldShareWhatIsTheSameAndRenameWhatIsNot() throws Exception {
        JsonNode first = Json.mapper().readTree("""
                {"tags":[{"name":"a"}],
                 "paths":{"/v1/a":{"get":{"schema":{"$ref":"#/components/schemas/Page"}}}},
                 "components":{"schemas":{"Page":{"type":"object"},"Same":{"type":"string"}}}}""");
        JsonNode second = Json.mapper().readTree("""
                {"paths":{"/v1/b":{"get":{"schemas":[{"$ref":"#/components/schemas/Page"},
                                                     {"$ref":"#/components/schemas/Same"}]}}},
                 "components":{"schemas":{"Page":{"type":"array"},"Same":{"type":"string"}}}}""");

        JsonNode merged =
                new OpenApiMerge().add("one", first).add("two", second).document();

        assertThat(merged.at("/paths/~1v1~1a/get/schema/$ref").asText()).isEqualTo("#/components/schemas/Page");
        assertThat(merged.at("/paths/~1v1~1b/get/schemas/0/$ref").asText()).isEqualTo("#/components/schemas/Page_two");
        assertThat(merged.at("/paths/~1v1~1b/get/schemas/1/$ref").asText()).isEqualTo("#/components/schemas/Same");
        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Page", "Same", "Page_two");
        assertThat(merged.at("/components/schemas/Page_two/type").asText()).isEqualTo("array");
        assertThat(merged.at("/tags/0/name").asText()).isEqualTo("a");
    }

    @Test
    void shouldHaveWhatEveryServiceHasOnce() throws Exception {
        JsonNode document = Json.mapper().readTree("""
                {"tags":[{"name":"Dead letters"}],
                 "paths":{"/v1/dead-letters/{service}":{"get":{"schema":{"$ref":"#/components/schemas/Letter"}}}},
                 "components":{"schemas":{"Letter":{"type":"object"}}}}""");

        JsonNode merged =
                new OpenApiMerge().add("one", document).add("two", document).document();

        assertThat(merged.get("tags")).hasSize(1);
        assertThat(merged.get("paths")).hasSize(1);
        assertThat(merged.at("/components/schemas")).hasSize(1);
    }
}
