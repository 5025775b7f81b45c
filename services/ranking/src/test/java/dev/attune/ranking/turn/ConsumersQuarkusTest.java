package dev.attune.ranking.turn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnRanked;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of messages through the real broker. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ConsumersQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    TestPlatform platform;

    @Test
    void shouldPublishARankingOnceHoweverOftenItsInputsAreDelivered() {
        TestTurn turn = TestTurn.withResponses(2);
        TestTopics.send(MessageType.TURN_SCORED, turn.conversation(), turn.scoredBy(2, 1));
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversation(), turn.complete());
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversation(), turn.complete());
        TestTopics.send(MessageType.TURN_SCORED, turn.conversation(), turn.scoredBy(2, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(published(turn)).hasSize(1));
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversation(), turn.complete());
        // Whatever the repetition would have caused is published before the ranking of a turn that follows it.
        TestTurn next = new TestTurn(
                turn.dataset(),
                turn.conversation(),
                TestTurn.withResponses(1).id(),
                TestTurn.withResponses(2).responses());
        TestTopics.send(MessageType.TURN_CHANGED, next.conversation(), next.complete());
        TestTopics.send(MessageType.TURN_SCORED, next.conversation(), next.scoredBy(2, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(published(next)).hasSize(1));
        assertThat(published(turn)).hasSize(1);
        TurnRanked ranked = published(turn).getFirst();
        assertThat(ranked.revision()).isEqualTo(1);
        assertThat(ranked.strengths().getFirst().responseId()).isEqualTo(turn.response(0));
        assertThat(ranked.strengths().getFirst().value()).isEqualTo(0.5);
    }

    @Test
    void shouldPutAsideWhatIsBrokenAndApplyTheRest() {
        TestTurn first = TestTurn.withResponses(2);
        TestTurn last = new TestTurn(
                first.dataset(),
                first.conversation(),
                TestTurn.withResponses(1).id(),
                TestTurn.withResponses(2).responses());
        TestTurn unsound = new TestTurn(
                first.dataset(),
                first.conversation(),
                TestTurn.withResponses(1).id(),
                List.of(first.response(0), first.response(0)));
        String turnType = MessageType.TURN_CHANGED.type();
        TestTopics.send(MessageType.TURN_CHANGED, first.conversation(), first.complete());
        TestTopics.sendBytes(MessageType.TURN_CHANGED, turnType, first.conversation(), "{\"turnId\":".getBytes(UTF_8));
        TestTopics.sendBytes(MessageType.TURN_CHANGED, null, first.conversation(), "{}".getBytes(UTF_8));
        TestTopics.sendBytes(
                MessageType.TURN_CHANGED,
                turnType,
                first.conversation(),
                "{\"history\":[],\"candidates\":[],\"preferences\":[]}".getBytes(UTF_8));
        TestTopics.send(MessageType.TURN_CHANGED, first.conversation(), unsound.complete());
        TestTopics.send(MessageType.TURN_CHANGED, first.conversation(), last.complete());
        TestTopics.send(MessageType.TURN_SCORED, first.conversation(), first.scoredBy(1, 0));
        TestTopics.send(MessageType.TURN_SCORED, first.conversation(), unsound.scoredBy(1, 0));
        TestTopics.send(MessageType.TURN_SCORED, first.conversation(), last.scored(5, 1, Double.NaN, 0));
        TestTopics.send(MessageType.TURN_SCORED, first.conversation(), last.scoredBy(1, 0));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(published(first)).hasSize(1);
            assertThat(published(last)).hasSize(1);
            assertThat(deadLetters(first, "attune.turns", "unreadable")).isEqualTo(2);
            assertThat(deadLetters(first, "attune.turns", "inapplicable")).isEqualTo(2);
            assertThat(deadLetters(first, "attune.scores", "inapplicable")).isEqualTo(2);
        });
    }

    private long deadLetters(TestTurn turn, String topic, String reason) {
        return platform.number(
                "select count(*) from dead_letter where convert_from(key, 'UTF8') = $1 and topic = $2 and reason = $3",
                turn.conversation().toString(),
                topic,
                reason);
    }

    private static List<TurnRanked> published(TestTurn turn) {
        return TestTopics.read(MessageType.TURN_RANKED, TurnRanked.class).stream()
                .filter(message -> message.turnId().equals(turn.id()))
                .toList();
    }
}
