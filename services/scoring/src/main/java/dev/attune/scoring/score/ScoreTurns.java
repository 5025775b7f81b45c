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
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores changed turns: computes first, then keeps and publishes what is new in one transaction, with the texts. */
@Singleton
public class ScoreTurns {

    private static final int FEWEST_IN_A_PART = 8;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final CurrentModel models;
    private final ScoringPool pool;
    private final TextScorer scorer;
    private final ScoreStore store;
    private final TurnTexts texts;
    private final Transactions transactions;
    private final Erasures erasures;
    private final Outbox outbox;
    private final Timer modelTime;
    private final Timer databaseTime;

    ScoreTurns(
            CurrentModel models,
            ScoringPool pool,
            TextScorer scorer,
            ScoreStore store,
            TurnTexts texts,
            Transactions transactions,
            Erasures erasures,
            Outbox outbox,
            MeterRegistry meters) {
        this.models = models;
        this.pool = pool;
        this.scorer = scorer;
        this.store = store;
        this.texts = texts;
        this.transactions = transactions;
        this.erasures = erasures;
        this.outbox = outbox;
        this.modelTime = meters.timer("attune.scoring.time", "part", "model");
        this.databaseTime = meters.timer("attune.scoring.time", "part", "database");
    }

    /** Scores these turns, waiting for the model where it is not loaded yet; doing it again changes nothing. */
    public Uni<Void> score(List<TurnChanged> turns) {
        List<TurnChanged> latest = Latest.of(turns, TurnChanged::turnId, TurnChanged::revision);
        return models.find().chain(model -> compute(model, latest)).chain(this::save);
    }

    /** On all processors where there is enough to do. */
    private Uni<Scored> compute(RegisteredModel model, List<TurnChanged> turns) {
        int parts = Math.clamp(turns.size() / FEWEST_IN_A_PART, 1, PROCESSORS);
        List<Uni<Scored>> computed = IntStream.range(0, parts)
                .mapToObj(part -> turns.subList(part * turns.size() / parts, (part + 1) * turns.size() / parts))
                .map(some -> pool.compute(() -> modelTime.recordCallable(() -> score(model, some))))
                .toList();
        return Uni.join().all(computed).andFailFast().map(Scored::of);
    }

    private Uni<Void> save(Scored scored) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start();
            return transactions
                    .run(connection -> erasures.living(
                                    connection,
                                    scored.scores(),
                                    score -> score.turn().conversationId())
                            .chain(living -> keep(connection, new Scored(living, scored.shadows()))))
                    .onTermination()
                    .invoke(() -> sample.stop(databaseTime));
        });
    }

    /** What the model says, and what those say that score beside it. */
    private record Scored(List<TurnScore> scores, List<TurnScore> shadows) {

        static Scored of(List<Scored> parts) {
            return new Scored(
                    parts.stream().flatMap(part -> part.scores().stream()).toList(),
                    parts.stream().flatMap(part -> part.shadows().stream()).toList());
        }
    }

    private Uni<Void> keep(SqlConnection connection, Scored scored) {
        List<TurnScore> scores = scored.scores();
        Set<UUID> living = scores.stream().map(score -> score.turn().turnId()).collect(Collectors.toSet());
        return texts.save(connection, scores.stream().map(TurnScore::turn).toList())
                .chain(() -> store.save(connection, scores))
                .chain(revisions -> publish(connection, scores, revisions))
                .chain(() -> store.saveShadows(
                        connection,
                        scored.shadows().stream()
                                .filter(score -> living.contains(score.turn().turnId()))
                                .toList()));
    }

    private Scored score(RegisteredModel model, List<TurnChanged> turns) {
        return new Scored(
                scores(model, turns),
                models.shadows().stream()
                        .filter(shadow -> shadow.number() != model.number())
                        .flatMap(shadow -> scores(shadow, turns).stream())
                        .toList());
    }

    private List<TurnScore> scores(RegisteredModel model, List<TurnChanged> turns) {
        return turns.stream()
                .map(turn -> {
                    List<String> responses =
                            turn.candidates().stream().map(Candidate::text).toList();
                    return new TurnScore(
                            turn, model, scorer.score(model.model(), turn.history(), turn.text(), responses, null));
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
