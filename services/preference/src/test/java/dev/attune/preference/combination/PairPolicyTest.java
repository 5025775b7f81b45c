package dev.attune.preference.combination;

import static dev.attune.model.message.TurnRanked.Tally.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.Ids;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairPolicyTest {

    private static final PairPolicy POLICY = new PairPolicy(0.6);

    @Test
    void shouldChooseByProbabilityWhenNobodyJudged() {
        assertThat(decide(0.6, NONE, NONE)).isEqualTo(Decision.prefer(Origin.AUTOMATED, Side.A));
        assertThat(decide(0.4, NONE, NONE)).isEqualTo(Decision.prefer(Origin.AUTOMATED, Side.B));
        assertThat(decide(0.59, NONE, NONE)).isEqualTo(Decision.refuse(Origin.AUTOMATED, Reason.UNDECIDED));
        assertThat(decide(0.41, NONE, NONE)).isEqualTo(Decision.refuse(Origin.AUTOMATED, Reason.UNDECIDED));
    }

    @Test
    void shouldTakeNoSideAtExactlyOneHalf() {
        assertThat(new PairPolicy(0.5).decide(estimate(0.5, NONE, NONE), "x", "y", true))
                .isEqualTo(Decision.refuse(Origin.AUTOMATED, Reason.UNDECIDED));
    }

    @Test
    void shouldFollowTheMajorityOfRaters() {
        assertThat(decide(0.51, new Tally(2, 1, 0, 0), NONE)).isEqualTo(Decision.prefer(Origin.HUMAN, Side.A));
        assertThat(decide(0.49, new Tally(1, 2, 0, 0), NONE)).isEqualTo(Decision.prefer(Origin.HUMAN, Side.B));
        assertThat(decide(0.5, new Tally(1, 0, 0, 0), NONE)).isEqualTo(Decision.prefer(Origin.HUMAN, Side.A));
        assertThat(decide(0.5, new Tally(0, 1, 5, 0), NONE)).isEqualTo(Decision.prefer(Origin.HUMAN, Side.B));
    }

    @Test
    void shouldRefuseWhatRatersLeftOpen() {
        assertThat(decide(0.9, new Tally(1, 1, 0, 0), NONE)).isEqualTo(Decision.refuse(Origin.HUMAN, Reason.TIE));
        assertThat(decide(0.9, new Tally(0, 0, 2, 0), NONE)).isEqualTo(Decision.refuse(Origin.HUMAN, Reason.TIE));
        assertThat(decide(0.9, new Tally(1, 0, 0, 2), NONE)).isEqualTo(Decision.refuse(Origin.HUMAN, Reason.BOTH_BAD));
        assertThat(decide(0.9, new Tally(1, 0, 0, 1), NONE))
                .as("half is not most")
                .isEqualTo(Decision.prefer(Origin.HUMAN, Side.A));
    }

    @Test
    void shouldRefuseWhatTheRankingContradicts() {
        assertThat(decide(0.49, new Tally(2, 1, 0, 0), NONE))
                .isEqualTo(Decision.refuse(Origin.HUMAN, Reason.CONTRADICTED));
        assertThat(decide(0.51, new Tally(1, 2, 0, 0), NONE))
                .isEqualTo(Decision.refuse(Origin.HUMAN, Reason.CONTRADICTED));
    }

    @Test
    void shouldTakeTheImportedOrderAsItIs() {
        assertThat(decide(0.01, NONE, new Tally(1, 0, 0, 0))).isEqualTo(Decision.prefer(Origin.IMPORTED, Side.A));
        assertThat(decide(0.99, NONE, new Tally(1, 2, 0, 0))).isEqualTo(Decision.prefer(Origin.IMPORTED, Side.B));
        assertThat(decide(0.99, NONE, new Tally(1, 1, 0, 0))).isEqualTo(Decision.refuse(Origin.IMPORTED, Reason.TIE));
    }

    @Test
    void shouldHearRatersBeforeImportedData() {
        assertThat(decide(0.3, new Tally(0, 1, 0, 0), new Tally(5, 0, 0, 0)))
                .isEqualTo(Decision.prefer(Origin.HUMAN, Side.B));
        assertThat(decide(0.7, new Tally(0, 1, 0, 0), new Tally(5, 0, 0, 0)))
                .isEqualTo(Decision.refuse(Origin.HUMAN, Reason.CONTRADICTED));
    }

    @Test
    void shouldRefuseFlawsOfTheTextsWhateverTheOrigin() {
        for (PairEstimate estimate : List.of(
                estimate(0.9, NONE, NONE),
                estimate(0.9, new Tally(1, 0, 0, 0), NONE),
                estimate(0.9, NONE, new Tally(1, 0, 0, 0)))) {
            assertThat(POLICY.decide(estimate, "Same. ", "\nSame.", true))
                    .extracting(Decision::reason, Decision::chosen)
                    .containsExactly(Reason.IDENTICAL, Side.A);
            assertThat(POLICY.decide(estimate, "x", " \t", true).reason()).isEqualTo(Reason.EMPTY);
            assertThat(POLICY.decide(estimate, "", "", true).reason()).isEqualTo(Reason.EMPTY);
            assertThat(POLICY.decide(estimate, "x", "y", false).reason()).isEqualTo(Reason.MALFORMED_PROMPT);
        }
    }

    @Test
    void shouldNameTheFlawOfTheTextsBeforeThatOfTheJudgments() {
        Decision decision = POLICY.decide(estimate(0.9, new Tally(1, 1, 0, 0), NONE), "same", "same", true);
        assertThat(decision).isEqualTo(new Decision(Origin.HUMAN, null, Reason.IDENTICAL));
    }

    @Test
    void shouldRefuseAThresholdThatIsNone() {
        for (double least : new double[] {0.49, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new PairPolicy(least)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Decision decide(double probability, Tally human, Tally imported) {
        return POLICY.decide(estimate(probability, human, imported), "x", "y", true);
    }

    private static PairEstimate estimate(double probability, Tally human, Tally imported) {
        return new PairEstimate(
                Ids.next(), Ids.next(), probability, probability, probability, human, imported, List.of());
    }
}
