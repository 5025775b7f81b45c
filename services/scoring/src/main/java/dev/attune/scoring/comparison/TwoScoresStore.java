package dev.attune.scoring.comparison;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds turns that two models scored. */
public interface TwoScoresStore {

    /**
     * The latest turns of which both models scored the same revision.
     *
     * @param datasets of these datasets; null for all
     * @param limit how many at most
     */
    Uni<List<TwoScores>> find(long left, long right, String @Nullable [] datasets, int limit);
}
