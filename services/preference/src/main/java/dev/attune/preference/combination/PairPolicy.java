package dev.attune.preference.combination;

import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides which response of a pair is the better one, on whose word, and whether the pair may be learnt from. What
 * raters said of exactly this pair comes first, then the order that the imported data had, then the ranking.
 *
 * @param minProbability how probable the order of a pair must be that nobody judged, 0.5 to 1
 */
public record PairPolicy(double minProbability) {

    private static final double EVEN = 0.5;

    public PairPolicy {
        if (!(minProbability >= EVEN && minProbability <= 1)) {
            throw new IllegalArgumentException("the least probability must be 0.5 to 1: " + minProbability);
        }
    }

    /**
     * Decides one pair. A flaw of the texts outweighs a reason that lies in the judgments, since no further judgment
     * mends it.
     */
    public Decision decide(PairEstimate estimate, String textA, String textB, boolean promptWellFormed) {
        Decision order = order(estimate);
        Reason flaw = flaw(textA.strip(), textB.strip(), promptWellFormed);
        return flaw == null ? order : order.because(flaw);
    }

    private static @Nullable Reason flaw(String textA, String textB, boolean promptWellFormed) {
        if (!promptWellFormed) {
            return Reason.MALFORMED_PROMPT;
        }
        if (textA.isEmpty() || textB.isEmpty()) {
            return Reason.EMPTY;
        }
        return textA.equals(textB) ? Reason.IDENTICAL : null;
    }

    private Decision order(PairEstimate estimate) {
        if (estimate.human().total() > 0) {
            return human(estimate.human(), estimate.probability());
        }
        return estimate.imported().total() > 0 ? imported(estimate.imported()) : automated(estimate.probability());
    }

    private static Decision human(Tally tally, double probability) {
        if (2 * tally.bothBad() > tally.total()) {
            return Decision.refuse(Origin.HUMAN, Reason.BOTH_BAD);
        }
        Side majority = majority(tally);
        if (majority == null) {
            return Decision.refuse(Origin.HUMAN, Reason.TIE);
        }
        boolean opposed = majority == Side.A ? probability < EVEN : probability > EVEN;
        return opposed ? Decision.refuse(Origin.HUMAN, Reason.CONTRADICTED) : Decision.prefer(Origin.HUMAN, majority);
    }

    private static Decision imported(Tally tally) {
        Side majority = majority(tally);
        return majority == null
                ? Decision.refuse(Origin.IMPORTED, Reason.TIE)
                : Decision.prefer(Origin.IMPORTED, majority);
    }

    private Decision automated(double probability) {
        // Exactly one half is no order, even where that would be enough.
        if (probability == EVEN || Math.max(probability, 1 - probability) < minProbability) {
            return Decision.refuse(Origin.AUTOMATED, Reason.UNDECIDED);
        }
        return Decision.prefer(Origin.AUTOMATED, probability > EVEN ? Side.A : Side.B);
    }

    /** A tie counts half for either side, so it never changes which of the two has more. */
    private static @Nullable Side majority(Tally tally) {
        if (tally.a() == tally.b()) {
            return null;
        }
        return tally.a() > tally.b() ? Side.A : Side.B;
    }
}
