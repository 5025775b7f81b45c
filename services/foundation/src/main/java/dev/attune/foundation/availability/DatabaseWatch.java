package dev.attune.foundation.availability;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database once a second whether it is there, on a connection of its own. A server that hangs refuses nothing
 * and answers nothing; how long a statement may take says little about that, since a long one is as silent.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    /** A busy machine must not look like a database that is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOST = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final Context context;
    private final BoundedPool pools;

    // Touched on the watch's own context alone.
    private boolean asking;
    private boolean stopped = true;
    private @Nullable PgConnection connection;

    private volatile long answeredNanos = System.nanoTime();
    private volatile boolean silent;

    DatabaseWatch(Vertx vertx, BoundedPool pools) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.pools = pools;
    }

    void start(@Observes StartupEvent event) {
        context.runOnContext(ignored -> {
            stopped = false;
            answeredNanos = System.nanoTime();
            tick();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        context.runOnContext(ignored -> {
            stopped = true;
            if (connection != null) {
                connection.close();
            }
        });
    }

    /** Whether the database has said nothing for longer than a busy one would. */
    public boolean isSilent() {
        return silent;
    }

    private void tick() {
        if (stopped) {
            return;
        }
        boolean now = System.nanoTime() - answeredNanos > PATIENCE.toNanos();
        if (now && !silent) {
            Log.warn("The database does not answer; requests that wait for it are turned away");
        }
        silent = now;
        if (!asking) {
            asking = true;
            ask().onComplete(answer -> context.runOnContext(ignored -> answered(answer.failed())));
        }
        vertx.setTimer(PERIOD.toMillis(), ignored -> context.runOnContext(next -> tick()));
    }

    private Future<?> ask() {
        PgConnection present = connection;
        if (present != null) {
            return present.query("select 1").execute();
        }
        return pools.server(LOST)
                .map(server -> PgConnection.connect(vertx, server))
                .orElseGet(() -> Future.failedFuture("There is no pool yet"))
                .compose(made -> {
                    connection = made;
                    return made.query("select 1").execute();
                });
    }

    private void answered(boolean failed) {
        asking = false;
        if (failed) {
            if (connection != null) {
                connection.close();
            }
            connection = null;
            return;
        }
        answeredNanos = System.nanoTime();
        if (silent) {
            silent = false;
            Log.info("The database answers again");
        }
    }
}
