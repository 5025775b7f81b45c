package dev.attune.generation.importing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The threads that read and parse imports. They wait for slow senders, so they are apart from all others; how many there
 * are is also how many imports are held in memory at once, a further one waits unread.
 */
@ApplicationScoped
class ImportThreads {

    private final ExecutorService threads;

    ImportThreads(@ConfigProperty(name = "attune.imports.threads", defaultValue = "4") int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("import-", 1).factory());
    }

    Executor executor() {
        return threads;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
