package dev.attune.preference.projection;

import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnScored;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where the projections are kept. Of each turn the greater revision holds; every method takes a turn once at most. */
public interface TurnStore {

    /**
     * Keeps the turns with their texts.
     *
     * @return the turns that were new or changed; their rows stay locked until the transaction ends
     */
    Uni<Set<UUID>> saveTurns(SqlConnection connection, List<TurnChanged> turns);

    /** Keeps how far the scores are. */
    Uni<Void> saveScores(SqlConnection connection, List<TurnScored> scores);

    /**
     * Keeps the rankings.
     *
     * @return the turns whose ranking was new or changed; their rows stay locked until the transaction ends
     */
    Uni<Set<UUID>> saveRankings(SqlConnection connection, List<TurnRanked> rankings);
}
