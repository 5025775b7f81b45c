package dev.attune.preference.combination;

import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Strength;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What a ranking must hold to, so that pairs can be made of it. */
public final class RankingRule {

    private RankingRule() {}

    /**
     * Checks a ranking.
     *
     * @throws IllegalArgumentException if a response has no strength or two, or a pair is no pair, comes twice, or has
     *     numbers that are no probabilities
     */
    public static void check(TurnRanked ranking) {
        Set<UUID> known = new HashSet<>();
        for (Strength strength : ranking.strengths()) {
            require(known.add(strength.responseId()), "two strengths of one response");
            require(Double.isFinite(strength.value()), "a strength that is no number");
        }
        Set<Set<UUID>> pairs = new HashSet<>();
        for (PairEstimate pair : ranking.pairs()) {
            require(!pair.a().equals(pair.b()), "a pair of a response with itself");
            require(known.contains(pair.a()) && known.contains(pair.b()), "a pair whose response has no strength");
            require(pairs.add(Set.of(pair.a(), pair.b())), "a pair that comes twice");
            require(isProbability(pair.probability()), "a probability outside 0 to 1");
            require(isProbability(pair.low()) && isProbability(pair.high()), "an interval outside 0 to 1");
        }
    }

    private static boolean isProbability(double value) {
        return value >= 0 && value <= 1;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("the ranking has " + otherwise);
        }
    }
}
