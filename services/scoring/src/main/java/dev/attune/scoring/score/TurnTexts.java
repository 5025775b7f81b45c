package dev.attune.scoring.score;

import dev.attune.model.message.TurnChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Keeps what was scored, so that another model can score it and learn from it. */
public interface TurnTexts {

    /** Keeps turns that are newer than those kept, each with the last two messages of its history. */
    Uni<Void> save(SqlConnection connection, List<TurnChanged> turns);

    /** Turns that were scored by an earlier activation than this one, in the order of their ids. */
    Uni<List<TurnChanged>> outdated(long activation, int limit);
}
