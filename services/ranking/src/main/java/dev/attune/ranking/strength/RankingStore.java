package dev.attune.ranking.strength;

import dev.attune.model.message.TurnRanked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where rankings and their inputs lie. */
public interface RankingStore {

    /**
     * Waits until no other transaction ranks any of these turns, and keeps others waiting until this one ends. What
     * other transactions have committed until then is seen by the statements that follow.
     */
    Uni<Void> lock(SqlConnection connection, Collection<UUID> turns);

    /** The inputs of those of these turns that can be ranked and whose inputs are not those of their last ranking. */
    Uni<List<RankingInput>> findChanged(SqlConnection connection, Collection<UUID> turns);

    /** Keeps the rankings, each with what it was made from. */
    Uni<Void> save(SqlConnection connection, List<Ranked> rankings);

    /**
     * A ranking that was made.
     *
     * @param input what it was made from
     * @param ranking the result
     */
    record Ranked(RankingInput input, TurnRanked ranking) {}
}
