package dev.attune.generation.conversation;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.freshName;
import static dev.attune.generation.Api.messages;
import static dev.attune.generation.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ConversationQuarkusTest {

    private static final String TWO_TURNS = """
            {"dataset":"%s","id":"talk-1","system":"Be kind.","turns":[
              {"client":"I can't sleep over the cards.","responses":[{"text":"That is hard."},{"text":"Pay them.","generator":"other-1"}],
               "preferences":[{"chosen":0,"rejected":1}]},
              {"client":"So what now?"}]}""";

    @Test
    void shouldTakeAConversationAndTellOfItsTurns() {
        String dataset = freshDataset();

        JsonPath added = post(dataset, TWO_TURNS.formatted(dataset))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("accepted"))
                .body("turns.number", equalTo(List.of(1, 2)))
                .body("turns.state", equalTo(List.of("complete", "complete")))
                .body("turns[0].responses.size()", equalTo(2))
                .body("turns[1].responses.size()", equalTo(2))
                .extract()
                .jsonPath();

        await().untilAsserted(() -> assertThat(messages(dataset)).hasSize(2));
        TurnChanged first = messages(dataset).get(0);
        TurnChanged second = messages(dataset).get(1);
        assertThat(first.conversationId()).isEqualTo(added.getUUID("conversation"));
        assertThat(first.turnId()).isEqualTo(added.getUUID("turns[0].turn"));
        assertThat(first.importId()).isNull();
        assertThat(first.turnNumber()).isEqualTo(1);
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.history()).containsExactly(new Message(Role.SYSTEM, "Be kind."));
        assertThat(first.text()).isEqualTo("I can't sleep over the cards.");
        assertThat(first.candidates())
                .extracting(TurnChanged.Candidate::generator)
                .containsExactly("author", "other-1");
        assertThat(first.preferences())
                .containsExactly(new TurnChanged.Preference(
                        first.candidates().get(0).responseId(),
                        first.candidates().get(1).responseId()));
        assertThat(second.state()).isEqualTo(TurnState.COMPLETE);
        assertThat(second.history())
                .endsWith(Message.user("I can't sleep over the cards."), Message.assistant("That is hard."));
        assertThat(second.candidates())
                .extracting(TurnChanged.Candidate::generator)
                .containsExactly("embedded-composer-1", "embedded-composer-1");
        assertThat(second.candidates().get(0).text())
                .isNotEqualTo(second.candidates().get(1).text());
    }

    @Test
    void shouldReadBackWhatItTook() {
        String dataset = freshDataset();
        JsonPath added = post(dataset, TWO_TURNS.formatted(dataset)).jsonPath();
        String conversation = added.getString("conversation");
        String turn = added.getString("turns[1].turn");

        as("reviewer", dataset)
                .get("/v1/conversations/" + conversation)
                .then()
                .statusCode(200)
                .body("dataset", equalTo(dataset))
                .body("source", equalTo("api"))
                .body("id", equalTo("talk-1"))
                .body("import", nullValue())
                .body("system", equalTo("Be kind."))
                .body("opening", equalTo(List.of()))
                .body("turns[0].text", equalTo("I can't sleep over the cards."))
                .body("turns[0].responses.text", equalTo(List.of("That is hard.", "Pay them.")))
                .body("turns[0].preferences[0].chosen", equalTo(added.getString("turns[0].responses[0]")));
        as("reviewer", dataset)
                .get("/v1/turns/" + turn)
                .then()
                .statusCode(200)
                .body("conversation", equalTo(conversation))
                .body("dataset", equalTo(dataset))
                .body("number", equalTo(2))
                .body("revision", equalTo(1))
                .body("state", equalTo("complete"))
                .body("history.role", equalTo(List.of("system", "user", "assistant")))
                .body("history[2].content", equalTo("That is hard."))
                .body("responses.response", equalTo(added.getList("turns[1].responses")))
                .body("responses[0].generator", equalTo("embedded-composer-1"));
    }

    @Test
    void shouldKnowTheSameAgain() {
        String dataset = freshDataset();
        String body = TWO_TURNS.formatted(dataset);
        JsonPath added = post(dataset, body).jsonPath();

        JsonPath again = post(dataset, body)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"))
                .extract()
                .jsonPath();

        assertThat(again.getString("conversation")).isEqualTo(added.getString("conversation"));
        assertThat(again.getList("turns")).isEqualTo(added.getList("turns"));
        post(dataset, body.replace("So what now?", "And now?"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:attune:problem:conflict"));
        post(dataset, body.replace("\"system\"", "\"source\":\"elsewhere\",\"system\""))
                .then()
                .statusCode(201);
        String unnamed = body.replace("\"id\":\"talk-1\",", "");
        String first = post(dataset, unnamed).then().statusCode(201).extract().path("conversation");
        post(dataset, unnamed).then().statusCode(200).body("conversation", equalTo(first));
    }

    @Test
    void shouldAnswerARepeatedRequestWithTheSame() {
        String dataset = freshDataset();
        String body = "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"%s\"}]}";
        String key = UUID.randomUUID().toString();

        JsonPath first = keyed(dataset, key, body.formatted(dataset, "Hello there"), 201);
        JsonPath again = keyed(dataset, key, body.formatted(dataset, "Hello there"), 201);
        keyed(dataset, key, body.formatted(dataset, "Something else"), 422);

        assertThat(again.getString("conversation")).isEqualTo(first.getString("conversation"));
        assertThat(again.getString("outcome")).isEqualTo("accepted");
    }

    @Test
    void shouldNameEveryFault() {
        String dataset = freshDataset();
        post(dataset, """
                {"dataset":"%s","turns":[
                  {"client":" ","responses":[{"text":"a\\u0000"},{"text":"b"},{"text":"b"}],
                   "preferences":[{"chosen":0,"rejected":7}]},
                  {"client":"x"},
                  {"client":"\\ud800"}]}""".formatted(dataset))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:attune:problem:validation"))
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/turns/0/client",
                                "/turns/0/responses/0/text",
                                "/turns/0/responses/2/text",
                                "/turns/0/preferences/0",
                                "/turns/1/responses",
                                "/turns/2/client")))
                .body("errors[0].message", startsWith("empty_prompt"))
                .body("errors[4].message", startsWith("missing_response"));
        post(dataset, """
                {"dataset":"%s","source":"no spaces","turns":[{"responses":[{"generator":"x"}]}]}""".formatted(dataset))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/source", "/turns/0/client", "/turns/0/responses/0/text"));
        post(dataset, "{\"dataset\":\"%s\",\"turns\":[]}".formatted(dataset))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/turns")));
        post(dataset, "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"x\",\"mood\":1}]}".formatted(dataset))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/turns/0/mood"));
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        String dataset = freshDataset();
        String body = "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"x\"}]}";
        JsonPath added = post(dataset, body.formatted(dataset)).jsonPath();
        String conversation = "/v1/conversations/" + added.getString("conversation");
        String turn = "/v1/turns/" + added.getString("turns[0].turn");

        for (String path : new String[] {conversation, turn, "/v1/conversations"}) {
            as("rater", dataset).get(path).then().statusCode(403);
        }
        for (String path : new String[] {conversation, turn}) {
            as("reviewer", "another").get(path).then().statusCode(404);
            as("reviewer", "*").get(path).then().statusCode(200);
        }
        as("reviewer", "another")
                .get("/v1/conversations?dataset=" + dataset)
                .then()
                .statusCode(403);
        as("reviewer", "*").get("/v1/conversations/" + UUID.randomUUID()).then().statusCode(404);
        as("reviewer", dataset)
                .contentType(ContentType.JSON)
                .body(body.formatted(dataset))
                .post("/v1/conversations")
                .then()
                .statusCode(403);
        post("another", body.formatted(dataset)).then().statusCode(403);
        String nowhere = freshName();
        post(nowhere, body.formatted(nowhere)).then().statusCode(404);
        post("*", body.formatted("No Name")).then().statusCode(404);
    }

    @Test
    void shouldListByPages() {
        String dataset = freshDataset();
        String other = freshDataset();
        for (String client : new String[] {"one", "two", "three"}) {
            post(dataset, "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"%s\"}]}".formatted(dataset, client))
                    .then()
                    .statusCode(201);
        }
        post(other, "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"four\"}]}".formatted(other));

        JsonPath page = as("reviewer", dataset, other)
                .get("/v1/conversations?limit=2&dataset=" + dataset)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].dataset", equalTo(dataset))
                .body("items[0].turns", equalTo(1))
                .extract()
                .jsonPath();
        as("reviewer", dataset)
                .get("/v1/conversations?limit=2&dataset=" + dataset + "&after=" + page.getString("next"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
        as("reviewer", dataset, other).get("/v1/conversations").then().body("items.size()", equalTo(4));
        as("reviewer").get("/v1/conversations").then().body("items.size()", equalTo(0));
        as("reviewer", dataset).get("/v1/conversations?after=x").then().statusCode(400);
    }

    private static JsonPath keyed(String dataset, String key, String body, int status) {
        return as("curator", dataset)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/conversations")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }
}
