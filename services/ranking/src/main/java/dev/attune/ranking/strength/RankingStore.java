package dev.attune.ranking.strength;

import dev.attune.model.message.TurnRanked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** The last rankings of a dataset's turns in the order of the turns' ids, those after the cursor. */
    Uni<List<TurnRanked>> list(SqlClient client, String dataset, @Nullable UUID after, int limit);

    /**
     * A ranking that was made.
     *
     * @param input what it was made from
     * @param ranking the result
     */
    record Ranked(RankingInput input, TurnRanked ranking) {}
}
