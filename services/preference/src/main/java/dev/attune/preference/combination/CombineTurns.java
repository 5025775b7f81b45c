package dev.attune.preference.combination;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Makes the pairs of turns anew, after the turn or its ranking has changed. */
@ApplicationScoped
public class CombineTurns {

    private final CombinationStore store;
    private final PairPolicy policy;

    CombineTurns(CombinationStore store, CombinationConfig config) {
        this.store = store;
        this.policy = new PairPolicy(config.minProbability());
    }

    /**
     * Combines those of the turns of which both the turn and its ranking are known.
     *
     * @param connection of the transaction that changed the turns, which holds the locks of their rows
     * @param turnIds the turns that changed
     */
    public Uni<Void> combine(SqlConnection connection, Collection<UUID> turnIds) {
        if (turnIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.findRanked(connection, turnIds)
                .chain(turns -> turns.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.replacePairs(connection, turns, pairs(turns)));
    }

    private List<Combination> pairs(List<RankedTurn> turns) {
        return turns.stream()
                .flatMap(turn -> Combination.of(turn, policy).stream())
                .toList();
    }
}
