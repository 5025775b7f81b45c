package dev.attune.preference.pair;

import dev.attune.foundation.security.DatasetAccess;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where pairs are looked up. */
public interface PairCatalogue {

    /** The pairs that the filter lets through, by ascending id. */
    Uni<List<Pair>> find(PairFilter filter);

    /** The pair with its texts; empty where there is none that may be seen. */
    Uni<Optional<PairDetail>> find(UUID id, DatasetAccess access);
}
