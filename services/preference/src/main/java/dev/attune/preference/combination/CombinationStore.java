package dev.attune.preference.combination;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where turns with their rankings are read, and the pairs made of them are kept. */
public interface CombinationStore {

    /**
     * Of these turns those that can be combined: the turn and its ranking are known, and the turn is not older than the
     * one that was ranked.
     */
    Uni<List<RankedTurn>> findRanked(SqlConnection connection, Collection<UUID> turnIds);

    /** Makes these the pairs of these turns; a pair keeps its id, and one that is not among them goes. */
    Uni<Void> replacePairs(SqlConnection connection, List<RankedTurn> turns, List<Combination> pairs);
}
