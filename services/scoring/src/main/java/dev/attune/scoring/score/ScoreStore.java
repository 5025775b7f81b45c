package dev.attune.scoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps of each turn the one current score. */
public interface ScoreStore {

    /**
     * Saves the scores that are newer than those kept: of a later revision of the turn, or of the same by a later activation.
     *
     * @param scores at most one a turn
     * @return the new revision of each score that was saved, by turn
     */
    Uni<Map<UUID, Long>> save(SqlConnection connection, List<TurnScore> scores);

    /** Saves scores of models that only watch, the latest of each turn and model. */
    Uni<Void> saveShadows(SqlConnection connection, List<TurnScore> scores);

    /** The score of a turn. */
    Uni<Optional<CurrentScore>> find(UUID turnId);

    /**
     * Scores in the order of their turns' ids.
     *
     * @param datasets of these datasets; null for all
     * @param after only turns after this one; null from the first on
     * @param limit how many at most
     */
    Uni<List<CurrentScore>> list(String @Nullable [] datasets, @Nullable UUID after, int limit);

    /** The same, read by this client. */
    Uni<List<CurrentScore>> list(SqlClient client, String @Nullable [] datasets, @Nullable UUID after, int limit);
}
