package dev.attune.foundation.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/**
 * How many dead letters there are, as the relay counts them from time to time when it looks at the database anyway. They
 * are all replicas' together, so each replica tells the same number.
 */
final class LettersWaiting {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final Pool pool;
    private volatile long count;
    private long countedNanos = System.nanoTime() - INTERVAL_NANOS;

    LettersWaiting(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        Gauge.builder("attune.dead.letters.waiting", this, LettersWaiting::count)
                .description("Dead letters that were neither replayed nor discarded")
                .register(meters);
    }

    /** Counts anew where the last number is five seconds old; called by one thread at a time. */
    Uni<Void> refresh() {
        long now = System.nanoTime();
        if (now - countedNanos < INTERVAL_NANOS) {
            return Uni.createFrom().voidItem();
        }
        countedNanos = now;
        return pool.query("select count(*) from dead_letter")
                .execute()
                .invoke(rows -> count = rows.iterator().next().getLong(0))
                .replaceWithVoid();
    }

    long count() {
        return count;
    }
}
