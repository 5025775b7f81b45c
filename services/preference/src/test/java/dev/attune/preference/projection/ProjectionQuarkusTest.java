package dev.attune.preference.projection;

import static dev.attune.model.message.MessageType.TURN_CHANGED;
import static dev.attune.model.message.MessageType.TURN_RANKED;
import static dev.attune.model.message.MessageType.TURN_SCORED;
import static dev.attune.preference.TestTurn.freshDataset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnState;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProjectionQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private final TestTurn turn = TestTurn.of(freshDataset(), "Are you safe this month?", "Refinance now.");

    @Test
    void shouldMakePairsWhenTheTurnComesFirst() {
        send(TURN_CHANGED, turn.changed(1));
        send(TURN_RANKED, turn.ranked(1, 1, 1, turn.automated(0, 1, 0.75)));

        awaitPairs(1);

        Row pair = pairs().getFirst();
        assertThat(pair.getUUID("chosen")).isEqualTo(turn.response(0));
        assertThat(pair.getUUID("rejected")).isEqualTo(turn.response(1));
        assertThat(pair.getDouble("probability")).isEqualTo(0.75);
        assertThat(pair.getDouble("low")).isEqualTo(0.375);
        assertThat(pair.getDouble("high")).isEqualTo(0.875);
        assertThat(pair.getDouble("margin")).isEqualTo(1);
        assertThat(pair.getString("origin")).isEqualTo("automated");
        assertThat(pair.getString("state")).isEqualTo("eligible");
        assertThat(pair.getString("model")).isEqualTo("pairwise@abc");
        assertThat(pair.getString("dataset")).isEqualTo(turn.dataset());
        assertThat(pair.getLong("ranking_revision")).isEqualTo(1);
    }

    @Test
    void shouldMakeTheSamePairsWhenTheTurnComesLast() {
        send(TURN_RANKED, turn.ranked(1, 1, 1, turn.automated(0, 1, 0.75)));
        send(TURN_SCORED, turn.scored(1, 4));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row())
                        .extracting(row -> row.getLong("ranking_revision"), row -> row.getLong("score_revision"))
                        .containsExactly(1L, 4L));
        assertThat(pairs()).isEmpty();
        send(TURN_CHANGED, turn.changed(1));

        awaitPairs(1);

        assertThat(pairs().getFirst().getUUID("chosen")).isEqualTo(turn.response(0));
        assertThat(row().getLong("scored_turn_revision")).isEqualTo(1);
        assertThat(row().getString("score_model")).isEqualTo("pairwise@abc");
        assertThat(row().getLong("paired_revision")).isEqualTo(1);
    }

    @Test
    void shouldChangeNothingWhenMessagesComeAgainOrLate() {
        send(TURN_CHANGED, turn.changed(2));
        send(TURN_RANKED, turn.ranked(2, 3, 5, turn.automated(0, 1, 0.75)));
        send(TURN_SCORED, turn.scored(2, 3));
        awaitPairs(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row().getLong("score_revision")).isEqualTo(3));
        String pair = pairs().getFirst().toJson().encode();
        String state = row().toJson().encode();

        send(TURN_CHANGED, turn.changed(2));
        send(TURN_CHANGED, turn.changed(1, TurnState.OPEN));
        send(TURN_RANKED, turn.ranked(2, 3, 5, turn.automated(0, 1, 0.75)));
        send(TURN_RANKED, turn.ranked(1, 1, 4, turn.automated(0, 1, 0.1)));
        send(TURN_SCORED, turn.scored(2, 3));
        send(TURN_SCORED, turn.scored(1, 2));
        awaitWhatFollows();

        assertThat(pairs()).hasSize(1);
        assertThat(pairs().getFirst().toJson().encode()).isEqualTo(pair);
        assertThat(row().toJson().encode()).isEqualTo(state);
    }

    @Test
    void shouldFollowTheGreaterRevisionAndKeepThePairsId() {
        send(TURN_CHANGED, turn.changed(1));
        send(TURN_RANKED, turn.ranked(1, 1, 1, turn.automated(0, 1, 0.55)));
        awaitPairs(1);
        UUID id = pairs().getFirst().getUUID("id");
        assertThat(pairs().getFirst().getString("reason")).isEqualTo("undecided");
        assertThat(pairs().getFirst().getUUID("chosen")).isNull();
        UUID judgment = UUID.randomUUID();

        send(TURN_RANKED, turn.ranked(1, 1, 2, turn.human(1, 0, 0.75, new Tally(2, 0, 0, 0), judgment)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pairs())
                        .extracting(row -> row.getUUID("chosen"))
                        .containsExactly(turn.response(1)));
        Row pair = pairs().getFirst();
        assertThat(pair.getUUID("id")).isEqualTo(id);
        assertThat(pair.getString("origin")).isEqualTo("human");
        assertThat(pair.getString("reason")).isNull();
        assertThat(pair.getArrayOfUUIDs("judgments")).containsExactly(judgment);
        assertThat(pair.getDouble("margin")).isEqualTo(-1);
    }

    @Test
    void shouldWaitForTheTurnThatWasRanked() {
        TestTurn three = TestTurn.of(freshDataset(), "x", "y", "z");
        send(TURN_CHANGED, three.keeping(2).changed(1, TurnState.OPEN));
        send(TURN_RANKED, three.ranked(2, 1, 1, three.automated(0, 1, 0.9), three.automated(1, 2, 0.9)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(row(three).getLong("ranking_revision")).isEqualTo(1));
        assertThat(Rows.pairs(pool, three.id())).isEmpty();

        send(TURN_CHANGED, three.changed(2));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Rows.pairs(pool, three.id())).hasSize(2));
    }

    @Test
    void shouldDropThePairsOfAResponseThatLeftTheTurn() {
        TestTurn three = TestTurn.of(freshDataset(), "x", "y", "z");
        send(TURN_CHANGED, three.changed(1));
        send(TURN_RANKED, three.ranked(1, 1, 1, three.automated(0, 1, 0.9), three.automated(1, 2, 0.9)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Rows.pairs(pool, three.id())).hasSize(2));

        send(TURN_CHANGED, three.keeping(2).changed(2));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Rows.pairs(pool, three.id()))
                        .extracting(row -> row.getUUID("chosen"))
                        .containsExactly(three.response(0)));
    }

    @Test
    void shouldDropThePairsThatANewRankingLacks() {
        TestTurn three = TestTurn.of(freshDataset(), "x", "y", "z");
        send(TURN_CHANGED, three.changed(1));
        send(TURN_RANKED, three.ranked(1, 1, 1, three.automated(0, 1, 0.9), three.automated(1, 2, 0.9)));
        send(TURN_RANKED, three.ranked(1, 1, 2));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(row(three).getLong("paired_revision")).isEqualTo(2));
        assertThat(Rows.pairs(pool, three.id())).isEmpty();
    }

    @Test
    void shouldApplyTheGoodMessagesAroundAPoisonousOne() {
        TestTurn after = turn.next("Are you safe this month?", "Barely.", "x", "y");
        for (MessageType type : List.of(TURN_CHANGED, TURN_SCORED, TURN_RANKED)) {
            TestTopics.sendBytes(type, type.type(), turn.conversationId(), "{\"turnId\":".getBytes(UTF_8));
            TestTopics.sendBytes(type, "dev.attune.other.v1", turn.conversationId(), "{}".getBytes(UTF_8));
        }
        // Readable, but no pairs can be made of it.
        send(TURN_RANKED, turn.ranked(1, 1, 9, turn.automated(0, 1, 0.9), turn.automated(1, 0, 0.1)));
        for (TestTurn good : List.of(turn, after)) {
            send(TURN_CHANGED, good.changed(1));
            send(TURN_SCORED, good.scored(1, 1));
            send(TURN_RANKED, good.ranked(1, 1, 1, good.automated(0, 1, 0.75)));
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(pairs()).hasSize(1);
            assertThat(Rows.pairs(pool, after.id())).hasSize(1);
            assertThat(row(after).getLong("score_revision")).isEqualTo(1);
        });
        List<Row> letters = Rows.query(
                pool,
                "select topic, reason from dead_letter where convert_from(key, 'UTF8') = $1 order by topic, reason",
                turn.conversationId().toString());
        assertThat(letters)
                .extracting(row -> row.getString("topic") + " " + row.getString("reason"))
                .containsExactly(
                        "attune.rankings inapplicable",
                        "attune.rankings unreadable",
                        "attune.rankings unreadable",
                        "attune.scores unreadable",
                        "attune.scores unreadable",
                        "attune.turns unreadable",
                        "attune.turns unreadable");
    }

    /** All topics have one partition for a conversation, so what was sent before is done when its successor is. */
    private void awaitWhatFollows() {
        TestTurn last = turn.next("Hm.", "Well.", "x", "y");
        send(TURN_CHANGED, last.changed(1));
        send(TURN_SCORED, last.scored(1, 1));
        send(TURN_RANKED, last.ranked(1, 1, 1, last.automated(0, 1, 0.9)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Rows.pairs(pool, last.id())).hasSize(1);
            assertThat(row(last).getLong("score_revision")).isEqualTo(1);
        });
    }

    private void awaitPairs(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pairs()).hasSize(count));
    }

    private List<Row> pairs() {
        return Rows.pairs(pool, turn.id());
    }

    private Row row() {
        return row(turn);
    }

    private Row row(TestTurn of) {
        return Rows.query(pool, "select * from turn where id = $1", of.id()).getFirst();
    }

    private void send(MessageType type, Record message) {
        TestTopics.send(type, conversation(message), message);
    }

    private static UUID conversation(Record message) {
        return switch (message) {
            case TurnChanged changed -> changed.conversationId();
            case TurnScored scored -> scored.conversationId();
            case TurnRanked ranked -> ranked.conversationId();
            default -> throw new IllegalArgumentException("not sent here: " + message.getClass());
        };
    }
}
