package dev.attune.ranking.judgment;

import dev.attune.ranking.comparison.Comparison;
import dev.attune.ranking.comparison.Sides;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where judgments lie. */
public interface JudgmentStore {

    /** Whether the rater has answered the comparison, if only by skipping it. */
    Uni<Boolean> exists(SqlConnection connection, UUID comparison, String rater);

    /** Adds the answer of a rater. */
    Uni<Judgment> insert(SqlConnection connection, Comparison comparison, String rater, Sides sides, Answer answer);

    /**
     * Adds a judgment for each preference whose comparison exists and that is not there yet.
     *
     * @return those that were added
     */
    Uni<List<Judgment>> insertImported(SqlConnection connection, List<ImportedPreference> preferences);

    /** A judgment. */
    Uni<Optional<Judgment>> find(UUID id);

    /** The judgments of a dataset in the order of their ids, those after the cursor. */
    Uni<List<Judgment>> list(String dataset, @Nullable UUID after, int limit);

    /** The same, read by this client. */
    Uni<List<Judgment>> list(SqlClient client, String dataset, @Nullable UUID after, int limit);

    /** The judgments of one rater in a dataset, likewise. */
    Uni<List<Judgment>> listOfRater(String dataset, String rater, @Nullable UUID after, int limit);

    /**
     * A preference that came with imported data.
     *
     * @param turnId the turn
     * @param chosen the better response
     * @param rejected the worse response
     */
    record ImportedPreference(UUID turnId, UUID chosen, UUID rejected) {}
}
