package dev.attune.generation.importing;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The imports that this process reads. It says every few seconds that it still does, and marks those as broken of which
 * nobody has said so for longer: their process died, be it a former life of this one or another replica.
 */
@ApplicationScoped
class RunningImports {

    private static final Duration BEAT = Duration.ofSeconds(5);
    /** Several beats: a replica that is merely slow keeps its imports. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private final ImportStore imports;
    private final Vertx vertx;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private volatile boolean beating;
    private @Nullable Long timer;

    RunningImports(ImportStore imports, Vertx vertx) {
        this.imports = imports;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        beat();
        timer = vertx.setPeriodic(BEAT.toMillis(), ignored -> beat());
    }

    void stop(@Observes ShutdownEvent event) {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    void begun(UUID id) {
        running.add(id);
    }

    void ended(UUID id) {
        running.remove(id);
    }

    private void beat() {
        if (beating) {
            return;
        }
        beating = true;
        imports.keepAlive(Set.copyOf(running))
                .chain(() -> imports.breakOffLost(LOST))
                .eventually(() -> beating = false)
                .subscribe()
                .with(
                        count -> {
                            if (count > 0) {
                                Log.infof("%d imports broke with the process that read them", count);
                            }
                        },
                        failure -> Log.debugf("Running imports could not be noted: %s", failure.getMessage()));
    }
}
