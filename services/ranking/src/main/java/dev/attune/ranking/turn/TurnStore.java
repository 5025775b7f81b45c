package dev.attune.ranking.turn;

import dev.attune.model.message.TurnChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where the copies of turns lie. */
public interface TurnStore {

    /**
     * Keeps the turns whose revision is greater than the one that is kept.
     *
     * @param turns each turn once
     * @return the turns that were kept
     */
    Uni<Set<UUID>> save(SqlConnection connection, List<TurnChanged> turns);

    /** Makes the responses of these turns, whose copies the transaction has just kept, those that they now have. */
    Uni<Void> replaceResponses(SqlConnection connection, List<TurnChanged> turns);
}
