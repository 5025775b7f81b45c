package dev.attune.ranking.comparison;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where comparisons lie. */
public interface ComparisonStore {

    /**
     * Brings the comparisons of these turns in line with what the turns have become: those whose turn is open, or has
     * lost a response, are no longer offered, and nobody holds them; those that are whole again are.
     */
    Uni<Void> align(SqlConnection connection, Collection<UUID> turns);

    /** Adds comparisons; those that are there already stay as they are. */
    Uni<Void> add(SqlConnection connection, List<NewComparison> comparisons);

    /** The comparison, kept from other transactions until this one ends. */
    Uni<Optional<Comparison>> lock(SqlConnection connection, UUID id);

    /** Counts one judgment more; the transaction holds the comparison's lock. */
    Uni<Void> countJudgment(SqlConnection connection, UUID id);

    /** Notes that these turns have imported judgments, so that their comparisons wait behind others. */
    Uni<Void> markImported(SqlConnection connection, Collection<UUID> turns);

    /** The comparisons of a dataset in the order of their ids, those after the cursor. */
    Uni<List<ComparisonSummary>> list(String dataset, @Nullable UUID after, int limit);

    /**
     * A comparison to add.
     *
     * @param turnId the turn
     * @param dataset the dataset's name
     * @param pair the responses
     */
    record NewComparison(UUID turnId, String dataset, ResponsePair pair) {}
}
