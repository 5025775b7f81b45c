package dev.attune.ranking.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.Ids;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Strength;
import dev.attune.model.message.TurnRanked.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnRankingTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    /** Negative as a signed number, so greatest in the database and least to {@code UUID.compareTo}. */
    private static final UUID C = new UUID(-1, 3);

    @Test
    void shouldRankByTheScoresAloneWithoutJudgments() {
        TurnRanked ranked = rank(List.of(B, A), List.of(3.0, 4.0));
        assertThat(ranked.strengths()).extracting(Strength::responseId).containsExactly(A, B);
        assertThat(ranked.strengths()).extracting(Strength::value).containsExactly(0.5, -0.5);
        assertThat(ranked.strengths()).extracting(Strength::deviation).containsExactly(1.0, 1.0);
        PairEstimate pair = ranked.pairs().getFirst();
        assertThat(pair.a()).isEqualTo(A);
        assertThat(pair.probability()).isCloseTo(0.678829, within(1e-6));
        assertThat(pair.low()).isCloseTo(0.145311, within(1e-6));
        assertThat(pair.high()).isCloseTo(0.977508, within(1e-6));
        assertThat(pair.human()).isEqualTo(Tally.NONE);
        assertThat(pair.imported()).isEqualTo(Tally.NONE);
        assertThat(pair.judgments()).isEmpty();
        assertThat(ranked.revision()).isEqualTo(8);
    }

    @Test
    void shouldNameEveryPairOnce() {
        TurnRanked ranked = rank(List.of(C, B, A), List.of(0.0, 0.0, 0.0));
        assertThat(ranked.pairs())
                .extracting(pair -> List.of(pair.a(), pair.b()))
                .containsExactlyInAnyOrder(List.of(A, B), List.of(A, C), List.of(B, C));
        assertThat(ranked.pairs()).extracting(PairEstimate::probability).containsOnly(0.5);
    }

    @Test
    void shouldCountWhicheverSideTheResponsesStoodOn() {
        Verdict first = verdict(JudgmentOrigin.HUMAN, Outcome.LEFT, A, B);
        Verdict second = verdict(JudgmentOrigin.HUMAN, Outcome.RIGHT, B, A);
        Verdict third = verdict(JudgmentOrigin.HUMAN, Outcome.LEFT, B, A);
        Verdict tie = verdict(JudgmentOrigin.HUMAN, Outcome.TIE, B, A);
        Verdict bad = verdict(JudgmentOrigin.HUMAN, Outcome.BOTH_BAD, A, B);
        Verdict imported = verdict(JudgmentOrigin.IMPORTED, Outcome.LEFT, B, A);
        Verdict other = verdict(JudgmentOrigin.HUMAN, Outcome.LEFT, A, C);
        TurnRanked ranked =
                rank(List.of(A, B, C), List.of(0.0, 0.0, 0.0), first, second, third, tie, bad, imported, other);
        PairEstimate pair = pair(ranked, A, B);
        assertThat(pair.human()).isEqualTo(new Tally(2, 1, 1, 1));
        assertThat(pair.imported()).isEqualTo(new Tally(0, 1, 0, 0));
        assertThat(pair.judgments())
                .containsExactly(
                        first.judgment(),
                        second.judgment(),
                        third.judgment(),
                        tie.judgment(),
                        bad.judgment(),
                        imported.judgment());
        assertThat(pair(ranked, A, C).human()).isEqualTo(new Tally(1, 0, 0, 0));
        assertThat(pair(ranked, B, C).human()).isEqualTo(Tally.NONE);
    }

    @Test
    void shouldLearnNothingAboutStrengthFromBothBad() {
        TurnRanked without = rank(List.of(A, B), List.of(1.0, 0.0));
        TurnRanked with = rank(List.of(A, B), List.of(1.0, 0.0), verdict(JudgmentOrigin.HUMAN, Outcome.BOTH_BAD, A, B));
        assertThat(with.strengths()).isEqualTo(without.strengths());
        assertThat(with.pairs().getFirst().probability())
                .isEqualTo(without.pairs().getFirst().probability());
    }

    @Test
    void shouldBringTiesTogether() {
        TurnRanked without = rank(List.of(A, B), List.of(2.0, 0.0));
        TurnRanked with = rank(List.of(A, B), List.of(2.0, 0.0), verdict(JudgmentOrigin.HUMAN, Outcome.TIE, A, B));
        assertThat(with.strengths().getFirst().value())
                .isPositive()
                .isLessThan(without.strengths().getFirst().value());
    }

    @Test
    void shouldOverrideTheScoresByEnoughJudgments() {
        Verdict[] verdicts = new Verdict[8];
        Arrays.setAll(verdicts, item -> verdict(JudgmentOrigin.HUMAN, Outcome.RIGHT, A, B));
        TurnRanked ranked = rank(List.of(A, B), List.of(0.5, -0.5), verdicts);
        assertThat(ranked.strengths().getFirst().responseId()).isEqualTo(B);
        assertThat(ranked.pairs().getFirst().probability()).isLessThan(0.3);
        assertThat(ranked.strengths().getFirst().deviation()).isLessThan(1);
    }

    @Test
    void shouldIgnoreJudgmentsOfResponsesThatAreGone() {
        TurnRanked ranked = rank(List.of(A, B), List.of(0.0, 0.0), verdict(JudgmentOrigin.HUMAN, Outcome.LEFT, C, A));
        assertThat(ranked.strengths()).extracting(Strength::value).containsExactly(0.0, 0.0);
        assertThat(ranked.pairs()).hasSize(1);
    }

    private static PairEstimate pair(TurnRanked ranked, UUID a, UUID b) {
        return ranked.pairs().stream()
                .filter(pair -> pair.a().equals(a) && pair.b().equals(b))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(JudgmentOrigin origin, Outcome outcome, UUID left, UUID right) {
        return new Verdict(Ids.next(), origin, outcome, left, right);
    }

    private static TurnRanked rank(List<UUID> responses, List<Double> utilities, Verdict... verdicts) {
        RankingInput input = new RankingInput(
                "d", Ids.next(), Ids.next(), 4, 5, "model@1", 7, responses, utilities, List.of(verdicts));
        return TurnRanking.of(input, 1);
    }
}
