package dev.attune.preference.snapshot;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import java.util.UUID;

/**
 * A pair that a snapshot refused, as it was at that time.
 *
 * @param pairId the pair
 * @param turnId its turn
 * @param a one response
 * @param b the other
 * @param origin whose word it rested on
 * @param reason why it was refused
 * @param probability of its order, or that a beats b where it had none
 * @param model the model version behind its ranking
 * @param rankingRevision the ranking's revision
 */
public record RefusedPair(
        UUID pairId,
        UUID turnId,
        UUID a,
        UUID b,
        Origin origin,
        Reason reason,
        double probability,
        String model,
        long rankingRevision) {}
