package dev.attune.scoring.registry;

import dev.attune.scoring.registry.ModelStore.ActiveModel;
import dev.attune.scoring.work.ScoringPool;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Loads the model at start, off the main thread; where nobody has trained it yet, trains it first. */
@Singleton
class LoadModel {

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final ModelStore store;
    private final ModelMaker maker;
    private final CurrentModel current;
    private final WatchModels watch;
    private final TrainModels trainModels;
    private final ScoringPool pool;

    LoadModel(
            ModelStore store,
            ModelMaker maker,
            CurrentModel current,
            WatchModels watch,
            TrainModels trainModels,
            ScoringPool pool) {
        this.store = store;
        this.maker = maker;
        this.current = current;
        this.watch = watch;
        this.trainModels = trainModels;
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .deferred(() -> pool.compute(this::load))
                .onFailure()
                .invoke(failure -> Log.errorf(failure, "The model could not be loaded, trying again"))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely()
                .subscribe()
                .with(version -> Log.infof("Scoring with %s", version));
    }

    String load() {
        ActiveModel model = store.findOrAdd(maker.form(), maker.version(List.of()), maker::own);
        current.set(new RegisteredModel(
                model.version(), model.number(), model.activation(), model.rubric(), maker.restore(model.bytes())));
        watch.start();
        if (!model.measured()) {
            trainModels.measureOwn(model.number());
        }
        return model.version();
    }
}
