package dev.attune.preference.projection;

import static dev.attune.preference.TestTurn.freshDataset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnScored;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ConcurrencyQuarkusTest {

    private static final int ROUNDS = 60;
    private static final int TURNS = 8;

    @Inject
    ApplyMessages messages;

    @Inject
    Pool pool;

    @Test
    void shouldPairEveryTurnWhenItsTopicsArriveAtOnce() {
        String dataset = freshDataset();
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<TestTurn> turns = IntStream.range(0, TURNS)
                    .mapToObj(i -> TestTurn.of(dataset, "x", "y"))
                    .toList();

            // Each topic in another order, so that locks taken as they come would meet head-on.
            Uni.join()
                    .all(
                            messages.turns(changed(shuffled(turns, random))),
                            messages.rankings(ranked(shuffled(turns, random))),
                            messages.scores(scored(shuffled(turns, random))))
                    .andFailFast()
                    .await()
                    .atMost(Duration.ofSeconds(30));
        }

        assertThat(Rows.count(pool, "select count(*) from pair where dataset = $1", dataset))
                .isEqualTo((long) ROUNDS * TURNS);
        assertThat(Rows.count(pool, "select count(*) from turn where dataset = $1 and paired_revision = 1", dataset))
                .isEqualTo((long) ROUNDS * TURNS);
    }

    private static List<TurnChanged> changed(List<TestTurn> turns) {
        return turns.stream().map(turn -> turn.changed(1)).toList();
    }

    private static List<TurnScored> scored(List<TestTurn> turns) {
        return turns.stream().map(turn -> turn.scored(1, 1)).toList();
    }

    private static List<TurnRanked> ranked(List<TestTurn> turns) {
        return turns.stream()
                .map(turn -> turn.ranked(1, 1, 1, turn.automated(0, 1, 0.9)))
                .toList();
    }

    private static List<TestTurn> shuffled(List<TestTurn> turns, Random random) {
        List<TestTurn> copy = new ArrayList<>(turns);
        Collections.shuffle(copy, random);
        return copy;
    }
}
