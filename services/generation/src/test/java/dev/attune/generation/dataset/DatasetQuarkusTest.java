package dev.attune.generation.dataset;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.foundation.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DatasetQuarkusTest {

    @Test
    void shouldMakeADatasetOnce() {
        String name = freshName();
        String body = """
                {"name":"%s","licence":"Apache-2.0","description":"Planner talks","anonymise":false}""".formatted(name);

        post("curator", name, body)
                .statusCode(201)
                .body("name", equalTo(name))
                .body("vertical", equalTo("finance"))
                .body("licence", equalTo("Apache-2.0"))
                .body("description", equalTo("Planner talks"))
                .body("anonymise", equalTo(false))
                .body("createdAt", notNullValue());
        post("admin", "*", body).statusCode(200).body("name", equalTo(name));
        post("curator", name, body.replace("Apache-2.0", "MIT"))
                .statusCode(409)
                .body("type", equalTo("urn:attune:problem:conflict"));
        as("reviewer", name).get("/v1/datasets/" + name).then().statusCode(200).body("licence", equalTo("Apache-2.0"));
    }

    @Test
    void shouldRefuseATokenWhoseDatasetCannotBeStored() {
        as("reviewer", "a\u0000b").get("/v1/datasets").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void shouldMakeItOnceHoweverManyAsk() {
        String name = freshName();
        String body = """
                {"name":"%s","licence":"MIT","anonymise":false}""".formatted(name);
        ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(
                        () -> answers.add(post("curator", name, body).extract().statusCode()));
            }
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201).hasSize(8);
    }

    @Test
    void shouldSayThatItAnonymises() {
        String name = freshName();
        String body = """
                {"name":"%s","licence":"MIT","anonymise":true}""".formatted(name);

        post("curator", name, body).statusCode(201).body("anonymise", equalTo(true));
        post("curator", name, body.replace("true", "false")).statusCode(409);
        as("reviewer", name).get("/v1/datasets/" + name).then().body("anonymise", equalTo(true));
    }

    @Test
    void shouldRefuseWhatItCannotKeep() {
        String name = freshName();
        post("curator", name, """
                {"name":"%s","licence":"MIT"}""".formatted(name))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/anonymise")));
        post("curator", "*", """
                {"name":"-Big Name","vertical":"A B","licence":" ","anonymise":false}""").statusCode(400).body("errors.pointer", hasItems("/name", "/vertical", "/licence"));
        post("curator", "*", """
                {"name":"%s","licence":"MIT","description":"a\\u0000b","anonymise":false}""".formatted(name)).statusCode(400).body("errors.pointer", hasItem("/description"));
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        String name = freshName();
        String body = """
                {"name":"%s","licence":"MIT","anonymise":false}""".formatted(name);
        post("reviewer", name, body).statusCode(403);
        post("curator", "another", body).statusCode(403);
        as("rater", name).get("/v1/datasets").then().statusCode(403);
        as("rater", name).get("/v1/datasets/" + name).then().statusCode(403);
        as("reviewer", "another").get("/v1/datasets/" + name).then().statusCode(403);
        as("reviewer", name).get("/v1/datasets/" + name).then().statusCode(404);
        as("reviewer", "*").get("/v1/datasets/Not A Name").then().statusCode(404);
    }

    @Test
    void shouldListByNameWhatTheTokenAllows() {
        String prefix = freshName();
        String[] names = {prefix + "-a", prefix + "-b", prefix + "-c"};
        for (String name : names) {
            post("admin", "*", """
                    {"name":"%s","licence":"MIT","anonymise":false}""".formatted(name)).statusCode(201);
        }

        as("reviewer", names)
                .get("/v1/datasets?limit=2")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of(names[0], names[1])))
                .body("next", equalTo(names[1]));
        as("reviewer", names)
                .get("/v1/datasets?limit=2&after=" + names[1])
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of(names[2])))
                .body("next", nullValue());
        as("admin", "*").get("/v1/datasets?limit=500").then().body("items.name", hasItems(names));
        as("reviewer").get("/v1/datasets").then().statusCode(200).body("items", equalTo(List.of()));
        as("reviewer", names).get("/v1/datasets?after=%20").then().statusCode(400);
    }

    private static ValidatableResponse post(String role, String dataset, String body) {
        return as(role, dataset)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/datasets")
                .then();
    }
}
