package dev.attune.foundation.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the oldest message has waited in the outbox, as the relay saw it when it last looked; it grows by the clock
 * while the broker is away.
 */
final class OutboxAge {

    private volatile @Nullable Instant oldest;

    OutboxAge(MeterRegistry meters) {
        Gauge.builder("attune.outbox.oldest.age", this, OutboxAge::seconds)
                .baseUnit("seconds")
                .description("The wait of the oldest message in the outbox; 0 where there is none")
                .register(meters);
    }

    /** Says when the oldest message was written; null where there is none. */
    void observe(@Nullable Instant createdAt) {
        oldest = createdAt;
    }

    double seconds() {
        Instant since = oldest;
        // The database's clock may be ahead of this one.
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1_000.0);
    }
}
