package dev.attune.scoring.registry;

import dev.attune.scoring.registry.ModelRegister.Scoring;
import dev.attune.scoring.work.ScoringPool;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Looks several times a second which model is to score, and takes it into use: a promotion reaches every replica without a restart. A
 * model that this code cannot read (of a newer replica, say) is left to those who can.
 */
@Singleton
class WatchModels {

    private static final long EVERY_MILLIS = 300;

    private final ModelRegister register;
    private final ModelMaker maker;
    private final CurrentModel current;
    private final ScoringPool pool;
    private final Context context;

    // Touched on the watch's own context alone.
    private boolean stopped;
    private long refused;
    private List<Long> shadows = List.of();

    WatchModels(ModelRegister register, ModelMaker maker, CurrentModel current, ScoringPool pool, Vertx vertx) {
        this.register = register;
        this.maker = maker;
        this.current = current;
        this.pool = pool;
        this.context = vertx.getOrCreateContext();
    }

    /** Begins to look. */
    void start() {
        context.runOnContext(ignored -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        context.runOnContext(ignored -> stopped = true);
    }

    private void look() {
        if (stopped) {
            return;
        }
        register.scoring()
                .chain(this::follow)
                .onFailure()
                .invoke(failure -> Log.warnf("The register of models could not be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(done -> context.runOnContext(ignored ->
                        context.owner().setTimer(EVERY_MILLIS, timer -> context.runOnContext(now -> look()))));
    }

    private Uni<Void> follow(Scoring scoring) {
        return followActive(scoring).chain(() -> followShadows(scoring));
    }

    private Uni<Void> followActive(Scoring scoring) {
        RegisteredModel now = current.now();
        if ((now != null && now.activation() >= scoring.activation()) || refused == scoring.activation()) {
            return Uni.createFrom().voidItem();
        }
        return load(scoring.model(), scoring.activation())
                .invoke(model -> {
                    if (model.isPresent()) {
                        current.set(model.get());
                        Log.infof("Scoring with %s", model.get().version());
                    } else {
                        refused = scoring.activation();
                        Log.warnf("Model %d is of another form, so this replica keeps its own", scoring.model());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> followShadows(Scoring scoring) {
        if (scoring.shadows().equals(shadows)) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(scoring.shadows())
                .onItem()
                .transformToUniAndConcatenate(number -> load(number, 0))
                .collect()
                .asList()
                .invoke(models -> {
                    current.setShadows(models.stream().flatMap(Optional::stream).toList());
                    shadows = scoring.shadows();
                })
                .replaceWithVoid();
    }

    private Uni<Optional<RegisteredModel>> load(long number, long activation) {
        return register.load(number, maker.form())
                .chain(stored -> pool.compute(() -> stored.map(model -> new RegisteredModel(
                        model.version(), model.number(), activation, model.rubric(), maker.restore(model.bytes())))));
    }
}
