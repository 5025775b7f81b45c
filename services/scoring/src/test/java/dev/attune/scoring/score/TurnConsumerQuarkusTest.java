package dev.attune.scoring.score;

import static dev.attune.scoring.score.Turns.aTurn;
import static dev.attune.scoring.score.Turns.responseId;
import static dev.attune.scoring.score.Turns.withRevision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.Ids;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnScored;
import dev.attune.model.rubric.Rubric;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class TurnConsumerQuarkusTest {

    private static final String CLIENT = "I'm so ashamed, I haven't told anyone what I owe.";
    private static final String LISTENING = "Nothing has to be decided tonight. Somebody knows now.";
    private static final String LECTURING = "You should have asked earlier! You must make a budget.";

    @Inject
    DataSource database;

    @Test
    void shouldPublishTheScoresOfATurn() {
        TurnChanged turn = aTurn(CLIENT, LISTENING, LECTURING);

        send(turn);

        TurnScored scored = await().atMost(Duration.ofSeconds(30))
                .until(() -> scores(turn), found -> !found.isEmpty())
                .getFirst();
        assertThat(scored.dataset()).isEqualTo(turn.dataset());
        assertThat(scored.conversationId()).isEqualTo(turn.conversationId());
        assertThat(scored.turnRevision()).isEqualTo(1);
        assertThat(scored.revision()).isEqualTo(1);
        assertThat(scored.model()).matches("planner-linear@[0-9a-f]{12}");
        assertThat(scored.rubric()).isEqualTo(Rubric.finance().version());
        assertThat(scored.emotions().getFirst().emotion()).isEqualTo("shame");
        assertThat(scored.responses())
                .extracting(TurnScored.ResponseScore::responseId)
                .containsExactly(responseId(turn, 0), responseId(turn, 1));
        assertThat(scored.responses().getFirst().utility())
                .isGreaterThan(scored.responses().getLast().utility());
        assertThat(scored.responses())
                .allSatisfy(response -> assertThat(response.rubric())
                        .containsOnlyKeys(Rubric.finance().codes())
                        .allSatisfy((criterion, score) -> assertThat(score).isBetween(1.0, 5.0)));
    }

    @Test
    void shouldChangeNothingWhenATurnIsDeliveredAgain() {
        TurnChanged turn = aTurn(CLIENT, LISTENING);

        send(turn);
        send(turn);
        flush(turn);
        send(turn);
        flush(turn);

        assertThat(scores(turn)).hasSize(1);
        assertThat(count("select count(*) from score where turn_id = ? and revision = 1", turn.turnId()))
                .isEqualTo(1);
    }

    @Test
    void shouldScoreEachLaterRevisionAndNoEarlierOne() {
        TurnChanged first = aTurn(CLIENT, LISTENING);
        TurnChanged third = withRevision(first, 3, "My husband died last month.");
        TurnChanged second = withRevision(first, 2, "I'm scared I'll lose everything.");

        send(first);
        flush(first);
        send(third);
        flush(first);
        send(second);
        send(first);
        flush(first);

        assertThat(scores(first))
                .extracting(
                        TurnScored::turnRevision,
                        TurnScored::revision,
                        score -> score.emotions().getFirst().emotion())
                .containsExactly(tuple(1L, 1L, "shame"), tuple(3L, 2L, "grief"));
        assertThat(count("select count(*) from score where turn_id = ? and turn_revision = 3", first.turnId()))
                .isEqualTo(1);
    }

    @Test
    void shouldScoreTheEmotionsOfATurnWithoutCandidates() {
        TurnChanged turn = aTurn(CLIENT);

        send(turn);
        flush(turn);

        assertThat(scores(turn)).singleElement().satisfies(scored -> {
            assertThat(scored.responses()).isEmpty();
            assertThat(scored.emotions()).isNotEmpty();
        });
    }

    @Test
    void shouldSetBrokenMessagesAsideAndApplyTheOthers() {
        TurnChanged before = aTurn(CLIENT, LISTENING);
        TurnChanged poison = new TurnChanged(
                "null\u0000byte",
                null,
                before.conversationId(),
                Ids.next(),
                2,
                1,
                before.state(),
                List.of(),
                CLIENT,
                List.of(),
                List.of());
        TurnChanged after = withRevision(aTurn(CLIENT, LECTURING), 4, CLIENT);
        long lettersBefore = letters(before.conversationId());

        send(before);
        TestTopics.sendBytes(
                MessageType.TURN_CHANGED,
                MessageType.TURN_CHANGED.type(),
                before.conversationId(),
                "{\"dataset\":".getBytes(UTF_8));
        TestTopics.sendBytes(
                MessageType.TURN_CHANGED, "something.else.v1", before.conversationId(), "{}".getBytes(UTF_8));
        send(poison);
        send(after);
        flush(before);
        flush(after);

        assertThat(lettersBefore).isZero();
        assertThat(letters(before.conversationId())).isEqualTo(3);
        assertThat(scores(before)).hasSize(1);
        assertThat(scores(after)).hasSize(1);
        assertThat(scores(poison)).isEmpty();
    }

    @Test
    void shouldKeepPaceWithManyTurns() {
        String dataset = "dataset-" + Ids.next();
        for (int i = 0; i < 300; i++) {
            send(Turns.inDataset(aTurn(CLIENT + " " + i, LISTENING, LECTURING), dataset));
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TestTopics.read(MessageType.TURN_SCORED, TurnScored.class).stream()
                                .filter(score -> score.dataset().equals(dataset))
                                .map(TurnScored::turnId)
                                .distinct())
                        .hasSize(300));
    }

    private static void send(TurnChanged turn) {
        TestTopics.send(MessageType.TURN_CHANGED, turn.conversationId(), turn);
    }

    /** Waits until a later message of the same conversation, hence the same partition, has come out at the other end. */
    private static void flush(TurnChanged turn) {
        TurnChanged last = aTurn("The last one.");
        TurnChanged marker = new TurnChanged(
                turn.dataset(),
                null,
                turn.conversationId(),
                last.turnId(),
                9,
                1,
                turn.state(),
                List.of(),
                "The last one.",
                List.of(),
                List.of());
        send(marker);
        await().atMost(Duration.ofSeconds(30)).until(() -> !scores(marker).isEmpty());
    }

    private static List<TurnScored> scores(TurnChanged turn) {
        return TestTopics.read(MessageType.TURN_SCORED, TurnScored.class).stream()
                .filter(score -> score.turnId().equals(turn.turnId()))
                .toList();
    }

    private long letters(UUID conversation) {
        return count("select count(*) from dead_letter where convert_from(key, 'UTF8') = ?::text", conversation);
    }

    private long count(String query, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            if (query.contains("::text")) {
                select.setString(1, id.toString());
            } else {
                select.setObject(1, id);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
