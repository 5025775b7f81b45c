package dev.attune.scoring.registry;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.model.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The model that scores; there is none until it is loaded, and whoever asks before waits. Another may take its place at any time. */
@Singleton
public class CurrentModel {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private volatile @Nullable RegisteredModel model;
    private volatile List<RegisteredModel> shadows = List.of();

    void set(RegisteredModel next) {
        model = next;
        loaded.complete(null);
    }

    void setShadows(List<RegisteredModel> next) {
        shadows = List.copyOf(next);
    }

    /** The models that score beside it, unpublished. */
    public List<RegisteredModel> shadows() {
        return shadows;
    }

    /** The model that scores now; null until one is loaded. */
    public @Nullable RegisteredModel now() {
        return model;
    }

    /** Whether it is loaded. */
    public boolean isLoaded() {
        return loaded.isDone();
    }

    /** The model, as soon as it is loaded, on the caller's context. */
    public Uni<RegisteredModel> find() {
        RegisteredModel now = model;
        if (now != null) {
            return Uni.createFrom().item(now);
        }
        Context context = Vertx.currentContext();
        // A copy, since who gives up waiting cancels what it waits for.
        Uni<RegisteredModel> coming =
                Uni.createFrom().completionStage(() -> loaded.copy()).map(done -> Objects.requireNonNull(model));
        return context == null ? coming : coming.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    /** The model for a request, which does not wait for ever: it ends with a problem after ten seconds. */
    public Uni<RegisteredModel> findSoon() {
        return find().ifNoItem()
                .after(PATIENCE)
                .failWith(
                        () -> new ProblemException(ProblemType.UNAVAILABLE, "The model is not loaded yet", List.of()));
    }
}
