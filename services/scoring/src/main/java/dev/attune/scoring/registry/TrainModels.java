package dev.attune.scoring.registry;

import dev.attune.scoring.model.JudgedPair;
import dev.attune.scoring.registry.ModelStore.NewModel;
import dev.attune.scoring.registry.ModelStore.Training;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Trains the models that were asked for, one after the other on a thread of its own. A training whose process dies is taken up by
 * another replica, or by the next life of this one.
 */
@Singleton
class TrainModels {

    private static final long EVERY_MILLIS = 1000;
    private static final long ALIVE_SECONDS = 10;
    private static final int MOST_PAIRS = 50_000;

    private final ModelStore store;
    private final ModelMaker maker;
    private final ScheduledExecutorService threads = threads();
    /** Half of the processors: the other half answers. What a task of a pool computes in parallel runs on that pool. */
    private final ForkJoinPool processors =
            new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    TrainModels(ModelStore store, ModelMaker maker) {
        this.store = store;
        this.maker = maker;
    }

    /** One trains, one says that it is alive. */
    private static ScheduledExecutorService threads() {
        return new ScheduledThreadPoolExecutor(
                2, Thread.ofPlatform().daemon().name("training-", 0).factory());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It never ends, and reports its failures itself.
    void start(@Observes StartupEvent event) {
        threads.scheduleWithFixedDelay(this::trainNext, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
        processors.shutdownNow();
    }

    /** Measures the service's own model where the build has not; it takes ten times as long as the training. */
    void measureOwn(long number) {
        processors.execute(() -> store.saveQuality(number, maker.measure(List.of())));
    }

    private void trainNext() {
        try {
            for (Optional<Training> next = store.claim(); next.isPresent(); next = store.claim()) {
                train(next.get());
            }
        } catch (RuntimeException e) {
            Log.warnf("No training could be looked for: %s", e.getMessage());
        }
    }

    private void train(Training training) {
        ScheduledFuture<?> alive = threads.scheduleWithFixedDelay(
                () -> store.keepAlive(training.number()), ALIVE_SECONDS, ALIVE_SECONDS, TimeUnit.SECONDS);
        try {
            List<JudgedPair> judged = training.judgments() ? store.judgedPairs(MOST_PAIRS) : List.of();
            String version = maker.version(judged);
            if (store.isKnown(version)) {
                store.fail(training.number(), ModelStore.NOTHING_NEW.formatted(version));
                return;
            }
            NewModel model =
                    processors.submit(() -> maker.makeAndMeasure(judged)).join();
            if (store.finish(training.number(), maker.form(), model)) {
                Log.infof("Trained %s", model.version());
            }
        } catch (RuntimeException e) {
            Log.errorf(e, "Model %d could not be trained", training.number());
            store.fail(training.number(), "The training failed: " + e.getClass().getSimpleName());
        } finally {
            alive.cancel(false);
        }
    }
}
