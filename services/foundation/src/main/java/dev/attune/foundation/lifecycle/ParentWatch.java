package dev.attune.foundation.lifecycle;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the service when its standard input closes. The standalone platform holds the other end of that pipe, so that no
 * service outlives it, however it dies; elsewhere this is switched off.
 */
public class ParentWatch {

    private static final long GRACE_MILLIS = 8_000;

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "attune.exit-with-parent", defaultValue = "false") boolean enabled) {
        if (enabled) {
            watch(System.in, () -> {
                Log.info("The parent process is gone, stopping");
                Quarkus.asyncExit();
            });
        }
    }

    /** Runs the stop action when the stream ends, and halts the process if it is still there after a grace period. */
    public static void watch(InputStream parent, Runnable stop) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                parent.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                Log.debug("The pipe to the parent process broke", e);
            }
            stop.run();
            try {
                Thread.sleep(GRACE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
    }
}
