package dev.attune.scoring.score;

import dev.attune.scoring.registry.CurrentModel;
import dev.attune.scoring.registry.RegisteredModel;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Scores in the background whatever an earlier activation scored: after a promotion every turn, and at any time those that a
 * slower replica scored by the model before. What is left to do is in the rows, so it goes on after a restart.
 */
@Singleton
class Rescore {

    private static final long EVERY_MILLIS = 1000;
    private static final int CHUNK = 100;
    /** One replica at a time; the others would do the same again. */
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.rescore')) as mine";

    private final CurrentModel current;
    private final TurnTexts texts;
    private final ScoreTurns scoreTurns;
    private final Pool pool;
    private final Context context;
    private boolean stopped;

    Rescore(CurrentModel current, TurnTexts texts, ScoreTurns scoreTurns, Pool pool, Vertx vertx) {
        this.current = current;
        this.texts = texts;
        this.scoreTurns = scoreTurns;
        this.pool = pool;
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent event) {
        later(EVERY_MILLIS);
    }

    void stop(@Observes ShutdownEvent event) {
        context.runOnContext(ignored -> stopped = true);
    }

    private void later(long millis) {
        context.runOnContext(ignored -> context.owner().setTimer(millis, timer -> context.runOnContext(now -> look())));
    }

    private void look() {
        RegisteredModel model = current.now();
        if (stopped) {
            return;
        }
        if (model == null) {
            later(EVERY_MILLIS);
            return;
        }
        pool.withTransaction(connection -> chunk(connection, model.activation()))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("Earlier scores could not be renewed, trying again: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .subscribe()
                .with(done -> later(done == CHUNK ? 1 : EVERY_MILLIS));
    }

    private Uni<Integer> chunk(SqlConnection connection, long activation) {
        return connection
                .query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? texts.outdated(activation, CHUNK)
                                .chain(turns -> turns.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : scoreTurns.score(turns).replaceWith(turns.size()))
                        : Uni.createFrom().item(0));
    }
}
