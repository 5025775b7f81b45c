package dev.attune.foundation.lifecycle;

import dev.attune.model.process.ParentPipe;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the service with the process that started it, where it is told to. */
public class ParentWatch {

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "attune.exit-with-parent", defaultValue = "false") boolean enabled) {
        if (enabled) {
            ParentPipe.watch(System.in, () -> {
                Log.info("The parent process is gone, stopping");
                Quarkus.asyncExit();
            });
        }
    }
}
