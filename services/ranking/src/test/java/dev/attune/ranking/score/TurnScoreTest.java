package dev.attune.ranking.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.ranking.testing.TestTurn;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnScoreTest {

    @Test
    void shouldTakeWhatARankingNeeds() {
        TestTurn turn = TestTurn.withResponses(2);
        TurnScore score = TurnScore.from(turn.scored(3, 2, 0.25, -1));
        assertThat(score.turnId()).isEqualTo(turn.id());
        assertThat(score.revision()).isEqualTo(3);
        assertThat(score.turnRevision()).isEqualTo(2);
        assertThat(score.responses()).isEqualTo(turn.responses());
        assertThat(score.utilities()).containsExactly(0.25, -1.0);
    }

    @Test
    void shouldRefuseWhatCannotBeRankedBy() {
        TestTurn turn = TestTurn.withResponses(2);
        assertThatThrownBy(() -> TurnScore.from(turn.scoredBy(Double.NaN, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TurnScore.from(turn.scoredBy(Double.POSITIVE_INFINITY, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        TestTurn twice = new TestTurn(
                turn.dataset(), turn.conversation(), turn.id(), List.of(turn.response(0), turn.response(0)));
        assertThatThrownBy(() -> TurnScore.from(twice.scoredBy(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
