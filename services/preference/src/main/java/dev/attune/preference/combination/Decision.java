package dev.attune.preference.combination;

import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of a pair.
 *
 * @param origin whose word it rests on
 * @param chosen the better side; null where no order can be stood by
 * @param reason why the pair may not be learnt from; null where it may
 */
public record Decision(
        Origin origin, @Nullable Side chosen, @Nullable Reason reason) {

    public Decision {
        if (chosen == null && reason == null) {
            throw new IllegalArgumentException("a pair without an order needs a reason");
        }
    }

    static Decision prefer(Origin origin, Side chosen) {
        return new Decision(origin, chosen, null);
    }

    static Decision refuse(Origin origin, Reason reason) {
        return new Decision(origin, null, reason);
    }

    /** The same order, not to be learnt from for this reason. */
    Decision because(Reason flaw) {
        return new Decision(origin, chosen, flaw);
    }
}
