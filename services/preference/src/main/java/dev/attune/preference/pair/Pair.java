package dev.attune.preference.pair;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two responses of one turn and what is known of their order.
 *
 * @param id the pair; kept while its numbers change
 * @param turnId the turn
 * @param dataset the dataset's name
 * @param a the response with the lesser id
 * @param b the other
 * @param chosen the better one; null where no order can be stood by
 * @param rejected the worse one; null with it
 * @param probability that chosen beats rejected, 0 to 1; where there is no order, that a beats b
 * @param low lower end of the 95 % interval of that probability
 * @param high upper end of it
 * @param margin strength of chosen less that of rejected, on the logit scale; where there is no order, of a less b
 * @param origin whose word the order rests on
 * @param reason why it may not be learnt from; null where it may
 * @param judgments the judgments of exactly this pair
 * @param model the model version behind the ranking
 * @param turnRevision the turn's revision when the pair was made
 * @param rankingRevision the ranking's revision that it was made of
 * @param updatedAt when it was last made
 */
public record Pair(
        UUID id,
        UUID turnId,
        String dataset,
        UUID a,
        UUID b,
        @Nullable UUID chosen,
        @Nullable UUID rejected,
        double probability,
        double low,
        double high,
        double margin,
        Origin origin,
        @Nullable Reason reason,
        List<UUID> judgments,
        String model,
        long turnRevision,
        long rankingRevision,
        Instant updatedAt) {

    public Pair {
        judgments = List.copyOf(judgments);
    }

    /** Whether it may be learnt from. */
    public PairState state() {
        return reason == null ? PairState.ELIGIBLE : PairState.QUARANTINED;
    }
}
