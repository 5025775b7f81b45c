package dev.attune.preference.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.TestTurn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final PairPolicy POLICY = new PairPolicy(0.6);

    private final TestTurn turn = TestTurn.of("d", "good", "worse", "worst");

    @Test
    void shouldSeeThePairFromTheChosenOne() {
        // The second response is a, so that the better one is b.
        Combination pair = combine(turn.automated(1, 0, 0.2)).getFirst();

        assertThat(pair.chosen()).isEqualTo(turn.response(0));
        assertThat(pair.rejected()).isEqualTo(turn.response(1));
        assertThat(pair.probability()).isCloseTo(0.8, within(1e-12));
        assertThat(pair.low()).isCloseTo(0.4, within(1e-12));
        assertThat(pair.high()).isCloseTo(0.9, within(1e-12));
        assertThat(pair.margin()).isEqualTo(1);
    }

    @Test
    void shouldBeTheSamePairWhicheverWayTheRankingNamesIt() {
        PairEstimate estimate = turn.human(0, 2, 0.75, new Tally(3, 1, 1, 0));
        Combination one = combine(estimate).getFirst();
        Combination other = combine(Combination.swapped(estimate)).getFirst();

        assertThat(other.estimate()).isEqualTo(one.estimate());
        assertThat(other.chosen()).isEqualTo(one.chosen()).isEqualTo(turn.response(0));
        assertThat(other.margin()).isEqualTo(one.margin()).isEqualTo(2);
        assertThat(other.probability()).isEqualTo(one.probability()).isEqualTo(0.75);
    }

    @Test
    void shouldHaveANegativeMarginWhenTheImportedOrderIsNotTheRankings() {
        Combination pair =
                combine(turn.imported(0, 1, 0.75, new Tally(0, 1, 0, 0))).getFirst();

        assertThat(pair.chosen()).isEqualTo(turn.response(1));
        assertThat(pair.margin()).isEqualTo(-1);
        assertThat(pair.probability()).isEqualTo(0.25);
    }

    @Test
    void shouldStateTheNumbersOfAAgainstBWhenThereIsNoOrder() {
        Combination pair = combine(turn.automated(0, 1, 0.55)).getFirst();

        assertThat(pair.chosen()).isNull();
        assertThat(pair.rejected()).isNull();
        assertThat(pair.probability()).isEqualTo(0.55);
        assertThat(pair.margin()).isEqualTo(1);
    }

    @Test
    void shouldLeaveOutPairsWhoseResponseTheTurnNoLongerHas() {
        TurnRanked ranking = turn.ranked(1, 1, 1, turn.automated(0, 1, 0.9), turn.automated(0, 2, 0.9));
        RankedTurn ranked =
                new RankedTurn(turn.id(), "d", 2, true, Map.of(turn.response(0), "x", turn.response(1), "y"), ranking);

        assertThat(Combination.of(ranked, POLICY))
                .extracting(Combination::rejected)
                .containsExactly(turn.response(1));
    }

    @Test
    void shouldOrderIdsAsTheDatabaseDoes() {
        UUID low = new UUID(1, 1);
        UUID high = new UUID(-1, 1);
        PairEstimate estimate = new PairEstimate(high, low, 0.25, 0.125, 0.5, Tally.NONE, Tally.NONE, List.of());

        assertThat(Combination.ordered(estimate))
                .isEqualTo(new PairEstimate(low, high, 0.75, 0.5, 0.875, Tally.NONE, Tally.NONE, List.of()));
    }

    private List<Combination> combine(PairEstimate estimate) {
        Map<UUID, String> texts =
                Map.of(turn.response(0), "good", turn.response(1), "worse", turn.response(2), "worst");
        return Combination.of(new RankedTurn(turn.id(), "d", 1, true, texts, turn.ranked(1, 1, 1, estimate)), POLICY);
    }
}
