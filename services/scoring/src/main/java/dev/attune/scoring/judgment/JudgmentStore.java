package dev.attune.scoring.judgment;

import dev.attune.model.message.JudgmentRecorded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Keeps judgments. */
public interface JudgmentStore {

    /** Keeps those that are not there yet. */
    Uni<Void> save(SqlConnection connection, List<JudgmentRecorded> judgments);
}
