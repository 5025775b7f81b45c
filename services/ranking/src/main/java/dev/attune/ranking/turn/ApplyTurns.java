package dev.attune.ranking.turn;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.messaging.Latest;
import dev.attune.model.message.TurnChanged;
import dev.attune.ranking.comparison.MakeComparisons;
import dev.attune.ranking.judgment.ImportJudgments;
import dev.attune.ranking.strength.RankTurns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes over what turns have become, with all that follows: comparisons, imported judgments, rankings. */
@ApplicationScoped
public class ApplyTurns {

    private final Erasures erasures;
    private final TurnStore turns;
    private final MakeComparisons makeComparisons;
    private final ImportJudgments importJudgments;
    private final RankTurns rankTurns;

    ApplyTurns(
            Erasures erasures,
            TurnStore turns,
            MakeComparisons makeComparisons,
            ImportJudgments importJudgments,
            RankTurns rankTurns) {
        this.erasures = erasures;
        this.turns = turns;
        this.makeComparisons = makeComparisons;
        this.importJudgments = importJudgments;
        this.rankTurns = rankTurns;
    }

    /** Applies messages in any order and any number of times; a turn that is known in this revision stays as it is. */
    public Uni<Void> apply(SqlConnection connection, List<TurnChanged> messages) {
        List<TurnChanged> latest = Latest.of(messages, TurnChanged::turnId, TurnChanged::revision);
        return erasures.living(connection, latest, TurnChanged::conversationId)
                .chain(living -> save(connection, living));
    }

    private Uni<Void> save(SqlConnection connection, List<TurnChanged> living) {
        return turns.save(connection, living)
                .chain(saved -> saved.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : follow(
                                connection,
                                saved,
                                living.stream()
                                        .filter(turn -> saved.contains(turn.turnId()))
                                        .toList()));
    }

    private Uni<Void> follow(SqlConnection connection, Set<UUID> ids, List<TurnChanged> changed) {
        return turns.replaceResponses(connection, changed)
                .chain(() -> makeComparisons.make(connection, changed))
                .chain(() -> importJudgments.importFrom(connection, changed))
                .chain(() -> rankTurns.rank(connection, ids));
    }
}
