package dev.attune.ranking.comparison;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Where leases lie. The clock that they expire by is the database's, the same for every replica. */
public interface LeaseStore {

    /**
     * Who asks for work.
     *
     * @param dataset where
     * @param rater the rater's pseudonym
     * @param overlap how many raters may answer a comparison
     */
    record Ask(String dataset, String rater, int overlap) {}

    /** Deletes what has expired in the dataset, in a transaction of its own. */
    Uni<Void> deleteExpired(String dataset);

    /** Puts the asks of one rater for one dataset in line until the transaction ends; deletes an own expired lease. */
    Uni<Void> begin(SqlConnection connection, Ask ask);

    /** The live lease of the rater in the dataset. */
    Uni<Optional<Assignment>> findLive(SqlConnection connection, Ask ask);

    /**
     * Finds and locks the comparison that the rater should get: one that has room and that the rater has not answered;
     * fewest judgments first, then those of turns without imported judgments, then the oldest.
     *
     * @param patient whether to wait for comparisons that others hold locked at this moment, instead of passing them by
     */
    Uni<Optional<UUID>> lockCandidate(SqlConnection connection, Ask ask, boolean patient);

    /**
     * Gives the locked comparison to the rater if there still is room. It must be a statement after the one that
     * locked: only then does it see what others did before they let go of the lock.
     *
     * @param swapped whether the pair's second response stands on the left
     * @return whether there was room
     */
    Uni<Boolean> insert(SqlConnection connection, Ask ask, UUID comparison, boolean swapped, Duration life);

    /** Ends the rater's live lease of a comparison whose lock the transaction holds; says how the sides were. */
    Uni<Optional<Sides>> end(SqlConnection connection, UUID comparison, String rater);
}
