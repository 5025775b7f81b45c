package dev.attune.preference.combination;

import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Strength;
import dev.attune.model.message.TurnRanked.Tally;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it comes out of a turn and its ranking.
 *
 * @param turn what it was made of
 * @param estimate what is known of the two responses, the lesser id first
 * @param decision what the policy says of them
 * @param difference strength of a less that of b, on the logit scale
 */
public record Combination(RankedTurn turn, PairEstimate estimate, Decision decision, double difference) {

    /** Every pair of the turn's ranking whose responses the turn still has. */
    static List<Combination> of(RankedTurn turn, PairPolicy policy) {
        Map<UUID, Double> strengths =
                turn.ranking().strengths().stream().collect(Collectors.toMap(Strength::responseId, Strength::value));
        return turn.ranking().pairs().stream()
                .filter(pair ->
                        turn.texts().containsKey(pair.a()) && turn.texts().containsKey(pair.b()))
                .map(Combination::ordered)
                .map(pair -> of(turn, pair, policy, strengths))
                .toList();
    }

    private static Combination of(
            RankedTurn turn, PairEstimate estimate, PairPolicy policy, Map<UUID, Double> strengths) {
        Decision decision =
                policy.decide(estimate, text(turn, estimate.a()), text(turn, estimate.b()), turn.promptWellFormed());
        double difference = strengths.getOrDefault(estimate.a(), 0.0) - strengths.getOrDefault(estimate.b(), 0.0);
        return new Combination(turn, estimate, decision, difference);
    }

    private static String text(RankedTurn turn, UUID response) {
        return turn.texts().getOrDefault(response, "");
    }

    /** One order per pair of responses, PostgreSQL's: a ranking that names them the other way round is the same pair. */
    static PairEstimate ordered(PairEstimate estimate) {
        // Unlike UUID.compareTo, which compares signed halves, text orders them as the database does.
        return estimate.a().toString().compareTo(estimate.b().toString()) <= 0 ? estimate : swapped(estimate);
    }

    static PairEstimate swapped(PairEstimate estimate) {
        return new PairEstimate(
                estimate.b(),
                estimate.a(),
                1 - estimate.probability(),
                1 - estimate.high(),
                1 - estimate.low(),
                swapped(estimate.human()),
                swapped(estimate.imported()),
                estimate.judgments());
    }

    private static Tally swapped(Tally tally) {
        return new Tally(tally.b(), tally.a(), tally.ties(), tally.bothBad());
    }

    /** The better response; null where there is no order. */
    public @Nullable UUID chosen() {
        Side side = decision.chosen();
        return side == null ? null : side == Side.A ? estimate.a() : estimate.b();
    }

    /** The worse response; null where there is no order. */
    public @Nullable UUID rejected() {
        Side side = decision.chosen();
        return side == null ? null : side == Side.A ? estimate.b() : estimate.a();
    }

    /** That chosen beats rejected; where there is no order, that a beats b. */
    public double probability() {
        return reversed() ? 1 - estimate.probability() : estimate.probability();
    }

    /** Lower end of the probability's interval. */
    public double low() {
        return reversed() ? 1 - estimate.high() : estimate.low();
    }

    /** Upper end of the probability's interval. */
    public double high() {
        return reversed() ? 1 - estimate.low() : estimate.high();
    }

    /** Strength of chosen less that of rejected; below zero where the imported order is not the ranking's. */
    public double margin() {
        return reversed() ? -difference : difference;
    }

    private boolean reversed() {
        return decision.chosen() == Side.B;
    }
}
