package dev.attune.preference.combination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.Ids;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class PairPolicyPropertyTest {

    private static final PairPolicy POLICY = new PairPolicy(0.6);

    @Property
    void shouldNeverGoAgainstTheMajorityOfRaters(@ForAll("estimates") PairEstimate estimate) {
        Decision decision = decide(estimate);
        Tally human = estimate.human();
        if (human.total() > 0 && decision.chosen() != null) {
            assertThat(decision.origin()).isEqualTo(Origin.HUMAN);
            assertThat(decision.chosen() == Side.A ? human.a() - human.b() : human.b() - human.a())
                    .isPositive();
            assertThat(decision.chosen() == Side.A ? estimate.probability() : 1 - estimate.probability())
                    .isGreaterThanOrEqualTo(0.5);
        }
    }

    @Property
    void shouldAlwaysKeepTheImportedOrder(@ForAll("estimates") PairEstimate estimate) {
        Tally imported = estimate.imported();
        if (estimate.human().total() == 0 && imported.a() != imported.b()) {
            assertThat(decide(estimate))
                    .isEqualTo(Decision.prefer(Origin.IMPORTED, imported.a() > imported.b() ? Side.A : Side.B));
        }
    }

    @Property
    void shouldTakeNoUnlikelyOrderThatNobodyJudged(@ForAll("estimates") PairEstimate estimate) {
        if (estimate.human().total() + estimate.imported().total() == 0) {
            Decision decision = decide(estimate);
            double likelier = Math.max(estimate.probability(), 1 - estimate.probability());
            assertThat(decision.reason() == null).isEqualTo(likelier >= 0.6);
            assertThat(decision.reason()).isIn(null, Reason.UNDECIDED);
        }
    }

    @Property
    void shouldSayTheSameWhenTheSidesAreSwapped(@ForAll("estimates") PairEstimate estimate) {
        Decision decision = decide(estimate);
        Decision swapped = decide(Combination.swapped(estimate));
        assertThat(swapped.origin()).isEqualTo(decision.origin());
        assertThat(swapped.reason()).isEqualTo(decision.reason());
        assertThat(response(Combination.swapped(estimate), swapped)).isEqualTo(response(estimate, decision));
    }

    private static Decision decide(PairEstimate estimate) {
        return POLICY.decide(estimate, "one", "other", true);
    }

    private static @Nullable UUID response(PairEstimate estimate, Decision decision) {
        return decision.chosen() == null ? null : decision.chosen() == Side.A ? estimate.a() : estimate.b();
    }

    @Provide
    static Arbitrary<PairEstimate> estimates() {
        // Multiples of 1/1024 are exact, so that swapping twice is nothing.
        Arbitrary<Double> probabilities =
                Arbitraries.integers().between(0, 1024).map(numerator -> numerator / 1024.0);
        return Combinators.combine(probabilities, tallies(), tallies())
                .as((probability, human, imported) -> new PairEstimate(
                        Ids.next(), Ids.next(), probability, probability, probability, human, imported, List.of()));
    }

    private static Arbitrary<Tally> tallies() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 4);
        Arbitrary<Tally> some =
                Combinators.combine(counts, counts, counts, counts).as(Tally::new);
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(Tally.NONE)), Tuple.of(1, some));
    }
}
