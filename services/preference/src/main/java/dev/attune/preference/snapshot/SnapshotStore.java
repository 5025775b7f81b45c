package dev.attune.preference.snapshot;

import dev.attune.foundation.security.DatasetAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where snapshots are kept, for ever; only what is erased goes out of them. */
public interface SnapshotStore {

    /** Freezes what is eligible now; empty where the dataset has a snapshot of this name already. */
    Uni<Optional<Snapshot>> freeze(SqlConnection connection, Selection selection, String createdBy);

    /** The snapshot; empty where there is none that may be seen. */
    Uni<Optional<Snapshot>> find(UUID id, DatasetAccess access);

    /** Snapshots by ascending id, of this dataset or of all that may be seen. */
    Uni<List<Snapshot>> list(DatasetAccess access, @Nullable String dataset, @Nullable UUID after, int limit);

    /** What the snapshot refused, by ascending id of the pair. */
    Uni<List<RefusedPair>> listRefused(UUID id, @Nullable UUID after, int limit);
}
