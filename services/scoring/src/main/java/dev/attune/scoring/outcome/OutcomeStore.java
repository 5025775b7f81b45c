package dev.attune.scoring.outcome;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums up what came of replies. */
public interface OutcomeStore {

    /**
     * Outcomes of single strategies, then of two together, each the most frequent first.
     *
     * @param datasets of these datasets; null for all
     * @param emotion only replies to this emotion; null for all
     */
    Uni<List<Outcome>> list(String @Nullable [] datasets, @Nullable String emotion);
}
