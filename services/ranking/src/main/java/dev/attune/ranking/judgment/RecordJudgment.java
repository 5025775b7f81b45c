package dev.attune.ranking.judgment;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.MessageType;
import dev.attune.ranking.comparison.Comparison;
import dev.attune.ranking.comparison.ComparisonStore;
import dev.attune.ranking.comparison.LeaseStore;
import dev.attune.ranking.comparison.Sides;
import dev.attune.ranking.strength.RankTurns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records what a rater says to the comparison that the rater holds, and ranks its turn anew. */
@ApplicationScoped
public class RecordJudgment {

    private final Erasures erasures;
    private final ComparisonStore comparisons;
    private final LeaseStore leases;
    private final JudgmentStore judgments;
    private final RankTurns rankTurns;
    private final Outbox outbox;

    RecordJudgment(
            Erasures erasures,
            ComparisonStore comparisons,
            LeaseStore leases,
            JudgmentStore judgments,
            RankTurns rankTurns,
            Outbox outbox) {
        this.erasures = erasures;
        this.comparisons = comparisons;
        this.leases = leases;
        this.judgments = judgments;
        this.rankTurns = rankTurns;
        this.outbox = outbox;
    }

    /**
     * Records the answer; the lease ends with it.
     *
     * @throws ProblemException (in the returned Uni) not found, where there is no such comparison in a dataset that the
     *     rater may see; conflict, where the rater has answered it before or has no live lease of it
     */
    public Uni<Judgment> record(SqlConnection connection, String rater, DatasetAccess access, Answer answer) {
        return erasures.hold(connection)
                .chain(() -> comparisons.lock(connection, answer.comparison()))
                .map(found -> found.filter(comparison -> access.allows(comparison.dataset()))
                        .orElseThrow(() -> ProblemException.notFound("comparison", answer.comparison())))
                .call(comparison -> refuseSecondAnswer(connection, comparison, rater))
                .chain(comparison -> endLease(connection, comparison, rater)
                        .chain(sides -> judgments.insert(connection, comparison, rater, sides, answer)))
                .call(judgment -> publish(connection, judgment));
    }

    private Uni<Void> refuseSecondAnswer(SqlConnection connection, Comparison comparison, String rater) {
        return judgments
                .exists(connection, comparison.id(), rater)
                .invoke(exists -> {
                    if (exists) {
                        throw ProblemException.conflict("already judged");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Sides> endLease(SqlConnection connection, Comparison comparison, String rater) {
        return leases.end(connection, comparison.id(), rater)
                .map(sides -> sides.orElseThrow(() -> ProblemException.conflict("no live lease")));
    }

    private Uni<Void> publish(SqlConnection connection, Judgment judgment) {
        OutboxMessage message =
                new OutboxMessage(MessageType.JUDGMENT_RECORDED, judgment.conversationId(), judgment.message());
        Uni<Void> published = outbox.append(connection, List.of(message));
        return judgment.answer().outcome() == Outcome.SKIP
                ? published
                : published
                        .chain(() -> comparisons.countJudgment(
                                connection, judgment.answer().comparison()))
                        .chain(() -> rankTurns.rank(connection, List.of(judgment.turnId())));
    }
}
