package dev.attune.scoring.outcome;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OutcomeQuarkusTest {

    private static final String ASHAMED = "I'm so ashamed, I haven't told anyone what I owe.";
    private static final String RELIEVED = "I'm so relieved. I told her and I slept. I feel lighter, thank you.";
    private static final String SAID = "Would it help to tell one person tonight? Nothing else has to be decided.";

    @Test
    void shouldTellHowClientsChangedAfterAReply() {
        String dataset = "dataset-" + Ids.next();
        for (int i = 0; i < 3; i++) {
            send(dataset, List.of(Message.user(ASHAMED), Message.assistant(SAID)), RELIEVED);
        }
        // The first message of a conversation follows no reply.
        send(dataset, List.of(), ASHAMED);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcomes(dataset, "").getInt("items[0].turns"))
                        .isEqualTo(3));
        JsonPath outcomes = outcomes(dataset, "");
        assertThat(outcomes.getList("items[0].strategies")).hasSize(1);
        assertThat(outcomes.getDouble("items[0].valenceChange")).isPositive();
        assertThat(outcomes.getDouble("items[0].improved")).isEqualTo(1);
        assertThat(outcomes.getDouble("items[0].error")).isZero();
        assertThat(outcomes(dataset, "&emotion=shame").getInt("items[0].turns")).isEqualTo(3);
        assertThat(outcomes(dataset, "&emotion=joy").getList("items")).isEmpty();
    }

    @Test
    void shouldTellOnlyOfDatasetsThatMayBeSeen() {
        given().header("Authorization", bearer("reviewer", "ann", "mine"))
                .get("/v1/scores/outcomes?dataset=theirs")
                .then()
                .statusCode(403);
        given().header("Authorization", bearer("rater", "ann"))
                .get("/v1/scores/outcomes")
                .then()
                .statusCode(403);
    }

    private static JsonPath outcomes(String dataset, String query) {
        return given().header("Authorization", bearer("reviewer", "ann", dataset))
                .get("/v1/scores/outcomes?dataset=" + dataset + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void send(String dataset, List<Message> history, String client) {
        TurnChanged turn = new TurnChanged(
                dataset, null, Ids.next(), Ids.next(), 1, 1, TurnState.OPEN, history, client, List.of(), List.of());
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversationId(), turn);
    }
}
