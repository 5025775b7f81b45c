package dev.attune.ranking.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where the copies of scores lie. */
public interface ScoreStore {

    /**
     * Keeps the scores whose revision is greater than the one that is kept, whether their turn is known or not.
     *
     * @param scores those of each turn once
     * @return the turns whose scores were kept
     */
    Uni<Set<UUID>> save(SqlConnection connection, List<TurnScore> scores);
}
