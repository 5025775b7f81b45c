package dev.attune.scoring.score;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.messaging.Latest;
import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.scoring.registry.CurrentModel;
import dev.attune.scoring.registry.RegisteredModel;
import dev.attune.scoring.work.ScoringPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Scores changed turns: computes first, then keeps and publishes what is new in one transaction. */
@Singleton
public class ScoreTurns {

    private final CurrentModel models;
    private final ScoringPool pool;
    private final TextScorer scorer;
    private final ScoreStore store;
    private final Transactions transactions;
    private final Erasures erasures;
    private final Outbox outbox;

    ScoreTurns(
            CurrentModel models,
            ScoringPool pool,
            TextScorer scorer,
            ScoreStore store,
            Transactions transactions,
            Erasures erasures,
            Outbox outbox) {
        this.models = models;
        this.pool = pool;
        this.scorer = scorer;
        this.store = store;
        this.transactions = transactions;
        this.erasures = erasures;
        this.outbox = outbox;
    }

    /** Scores these turns, waiting for the model where it is not loaded yet; doing it again changes nothing. */
    public Uni<Void> score(List<TurnChanged> turns) {
        List<TurnChanged> latest = Latest.of(turns, TurnChanged::turnId, TurnChanged::revision);
        return models.find()
                .chain(model -> pool.compute(() -> score(model, latest)))
                .chain(scores -> transactions.run(connection -> erasures.living(
                                connection, scores, score -> score.turn().conversationId())
                        .chain(living -> keep(connection, living))));
    }

    private Uni<Void> keep(SqlConnection connection, List<TurnScore> scores) {
        return store.save(connection, scores).chain(revisions -> publish(connection, scores, revisions));
    }

    private List<TurnScore> score(RegisteredModel model, List<TurnChanged> turns) {
        return turns.stream()
                .map(turn -> {
                    List<String> responses =
                            turn.candidates().stream().map(Candidate::text).toList();
                    return new TurnScore(turn, model, scorer.score(model.model(), turn.text(), responses));
                })
                .toList();
    }

    private Uni<Void> publish(SqlConnection connection, List<TurnScore> scores, Map<UUID, Long> revisions) {
        return outbox.append(
                connection,
                scores.stream()
                        .filter(score -> revisions.containsKey(score.turn().turnId()))
                        .map(score -> message(
                                score, revisions.getOrDefault(score.turn().turnId(), 0L)))
                        .toList());
    }

    private static OutboxMessage message(TurnScore score, long revision) {
        return new OutboxMessage(MessageType.TURN_SCORED, score.turn().conversationId(), score.message(revision));
    }
}
