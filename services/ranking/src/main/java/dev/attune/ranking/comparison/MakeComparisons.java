package dev.attune.ranking.comparison;

import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.model.message.TurnState;
import dev.attune.ranking.comparison.ComparisonStore.NewComparison;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Makes the comparisons of turns: every unordered pair of responses of a complete turn. */
@ApplicationScoped
public class MakeComparisons {

    private final ComparisonStore comparisons;

    MakeComparisons(ComparisonStore comparisons) {
        this.comparisons = comparisons;
    }

    /** Makes what is missing for these turns, whose copies are stored, and withdraws what no longer fits them. */
    public Uni<Void> make(SqlConnection connection, List<TurnChanged> turns) {
        return comparisons
                .align(connection, turns.stream().map(TurnChanged::turnId).toList())
                .chain(() -> comparisons.add(
                        connection,
                        turns.stream().flatMap(MakeComparisons::comparisonsOf).toList()));
    }

    private static Stream<NewComparison> comparisonsOf(TurnChanged turn) {
        if (turn.state() != TurnState.COMPLETE) {
            return Stream.empty();
        }
        return ResponsePair.among(
                        turn.candidates().stream().map(Candidate::responseId).toList())
                .stream()
                .map(pair -> new NewComparison(turn.turnId(), turn.dataset(), pair));
    }
}
