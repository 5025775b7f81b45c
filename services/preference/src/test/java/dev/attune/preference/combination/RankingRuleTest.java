package dev.attune.preference.combination;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.preference.TestTurn;
import org.junit.jupiter.api.Test;

class RankingRuleTest {

    private final TestTurn turn = TestTurn.of("d", "x", "y");

    @Test
    void shouldAcceptASoundRanking() {
        TurnRanked ranking = turn.ranked(1, 1, 1, turn.automated(0, 1, 0.9));
        assertThatCode(() -> RankingRule.check(ranking)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseWhatNoPairCanBeMadeOf() {
        refused("a pair of a response with itself", turn.automated(0, 0, 0.9));
        refused("a pair that comes twice", turn.automated(0, 1, 0.9), turn.automated(1, 0, 0.1));
        refused("a probability outside 0 to 1", turn.automated(0, 1, 1.5));
        refused("a probability outside 0 to 1", turn.automated(0, 1, Double.NaN));
        refused(
                "a pair whose response has no strength",
                TestTurn.of("d", "other", "turn").automated(0, 1, 0.9));
    }

    private void refused(String reason, PairEstimate... pairs) {
        assertThatThrownBy(() -> RankingRule.check(turn.ranked(1, 1, 1, pairs)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the ranking has " + reason);
    }
}
