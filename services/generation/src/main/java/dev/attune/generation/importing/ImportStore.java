package dev.attune.generation.importing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where imports and their refusals are kept. */
public interface ImportStore {

    /** Notes an import that begins; false where its dataset is erased. */
    Uni<Boolean> begin(Import started);

    /**
     * Holds erasures off until the transaction ends; to be called before anything of the import is written.
     *
     * @return false where the import was erased with its dataset
     */
    Uni<Boolean> hold(SqlConnection connection, UUID id);

    /** Notes how far an import is, and refused rows of it, within the transaction of the connection. */
    Uni<Void> progress(
            SqlConnection connection, UUID id, ImportState state, ImportCounts counts, List<Refusal> refusals);

    /** Notes that an import that ran can go no further. */
    Uni<Void> breakOff(UUID id);

    /** Notes that these imports are still being read. */
    Uni<Void> keepAlive(Set<UUID> ids);

    /**
     * Breaks off the running imports that nobody reads any more.
     *
     * @param silence for how long nobody has said that he reads them
     * @return how many there were
     */
    Uni<Integer> breakOffLost(Duration silence);

    /** An import. */
    Uni<Optional<Import>> find(UUID id);

    /**
     * Refusals of an import in the order of their lines.
     *
     * @param after only those after this line; 0 from the start
     * @param limit how many at most
     */
    Uni<List<Refusal>> refusals(UUID id, long after, int limit);
}
