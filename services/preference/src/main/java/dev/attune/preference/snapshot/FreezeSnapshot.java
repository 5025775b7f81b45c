package dev.attune.preference.snapshot;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Freezes a selection of the pairs as they are now. */
@ApplicationScoped
public class FreezeSnapshot {

    private final Erasures erasures;
    private final SnapshotStore store;

    FreezeSnapshot(Erasures erasures, SnapshotStore store) {
        this.erasures = erasures;
        this.store = store;
    }

    /**
     * Freezes the selection in the transaction of this connection.
     *
     * @throws ProblemException (by the {@code Uni}) 409 if the dataset has a snapshot of this name
     */
    public Uni<Snapshot> freeze(SqlConnection connection, Selection selection, String createdBy) {
        return erasures.hold(connection)
                .chain(() -> store.freeze(connection, selection, createdBy))
                .map(frozen -> frozen.orElseThrow(() -> ProblemException.conflict(
                        "The dataset has a snapshot of this name already; a snapshot is never replaced")));
    }
}
