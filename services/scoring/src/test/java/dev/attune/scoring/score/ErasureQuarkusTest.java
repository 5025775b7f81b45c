package dev.attune.scoring.score;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.scoring.score.Turns.aTurn;
import static dev.attune.scoring.score.Turns.inDataset;
import static dev.attune.scoring.score.Turns.withRevision;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.foundation.testing.Traces;
import dev.attune.model.message.ConversationErased;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnScored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Erased conversations, and scores that are sent again. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ErasureQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CLIENT = "I'm so ashamed of what I owe.";

    @Inject
    Pool pool;

    @Test
    void shouldForgetAConversationAndNeverScoreItAgain() {
        TurnChanged turn = aTurn(CLIENT, "Nothing has to be decided tonight.");
        String id = turn.conversationId().toString();
        send(turn);
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(turn)).hasSize(1));
        TestTopics.sendBytes(
                MessageType.TURN_CHANGED, "unknown", turn.conversationId(), ("{" + CLIENT).getBytes(UTF_8));
        await().atMost(SOON).untilAsserted(() -> assertThat(Traces.of(pool, id)).contains("dead_letter", "score"));

        erase(turn);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Traces.of(pool, id)).containsExactly("erased_conversation"));
        send(withRevision(turn, 2, CLIENT));
        send(turn);
        TestTopics.sendBytes(
                MessageType.TURN_CHANGED, "unknown", turn.conversationId(), ("{" + CLIENT).getBytes(UTF_8));
        erase(turn);
        flush(turn);

        assertThat(Traces.of(pool, id)).containsExactly("erased_conversation");
        assertThat(scores(turn)).hasSize(1);
    }

    @Test
    void shouldSendEveryScoreOfADatasetAgain() {
        TurnChanged one = aTurn(CLIENT, "Nothing has to be decided tonight.");
        TurnChanged two = inDataset(aTurn(CLIENT), one.dataset());
        TurnChanged gone = inDataset(aTurn(CLIENT), one.dataset());
        send(one);
        send(two);
        send(gone);
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(gone)).hasSize(1));
        erase(gone);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(Traces.of(pool, gone.turnId().toString())).isEmpty());
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(one)).hasSize(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(two)).hasSize(1));

        republish("admin", one.dataset(), "?dataset=" + one.dataset())
                .statusCode(202)
                .body("messages", equalTo(2));

        await().atMost(SOON).untilAsserted(() -> assertThat(scores(one)).hasSize(2));
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(two)).hasSize(2));
        assertThat(scores(one).get(1)).isEqualTo(scores(one).get(0));
        assertThat(scores(gone)).hasSize(1);
    }

    @Test
    void shouldLetAdminsAloneSendAgain() {
        republish("curator", "*", "?dataset=d").statusCode(403);
        republish("admin", "another", "?dataset=d").statusCode(403);
        republish("admin", "*", "").statusCode(400);
        republish("admin", "*", "?dataset=nowhere").statusCode(202).body("messages", equalTo(0));
    }

    private static ValidatableResponse republish(String role, String datasets, String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", bearer(role, "root", datasets))
                .post("/v1/scores:republish" + query)
                .then();
    }

    private static void erase(TurnChanged turn) {
        TestTopics.send(
                MessageType.CONVERSATION_ERASED,
                turn.conversationId(),
                new ConversationErased(turn.dataset(), turn.conversationId(), Instant.now()));
    }

    /** Waits until everything before has been consumed, where the conversation's own partition is concerned. */
    private static void flush(TurnChanged turn) {
        TurnChanged marker = aTurn(CLIENT);
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversationId(), marker);
        await().atMost(SOON).untilAsserted(() -> assertThat(scores(marker)).hasSize(1));
    }

    private static void send(TurnChanged turn) {
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversationId(), turn);
    }

    private static List<TurnScored> scores(TurnChanged turn) {
        return TestTopics.read(MessageType.TURN_SCORED, TurnScored.class).stream()
                .filter(score -> score.turnId().equals(turn.turnId()))
                .toList();
    }
}
