package dev.attune.preference.pair;

import dev.attune.foundation.security.DatasetAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs to list, in the order of their ids; a null asks for all.
 *
 * @param access the datasets that may be seen
 * @param dataset of this dataset
 * @param origin of this origin
 * @param state in this state
 * @param reason refused for this reason
 * @param after with greater ids
 * @param limit this many at most
 */
public record PairFilter(
        DatasetAccess access,
        @Nullable String dataset,
        @Nullable Origin origin,
        @Nullable PairState state,
        @Nullable Reason reason,
        @Nullable UUID after,
        int limit) {}
