package dev.attune.scoring.work;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/** The threads that train and score: one for each processor. */
@Singleton
public class ScoringPool {

    private final WorkerExecutor executor;

    ScoringPool(Vertx vertx) {
        executor = vertx.createSharedWorkerExecutor(
                "attune-scoring", Runtime.getRuntime().availableProcessors());
    }

    /** Does the work on a thread of this pool; the result comes back to the caller's context. */
    public <T> Uni<T> compute(Callable<T> work) {
        return executor.executeBlocking(work, false);
    }

    @PreDestroy
    void close() {
        executor.closeAndForget();
    }
}
