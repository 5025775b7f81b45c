package dev.attune.foundation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxAgeTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutboxAge age = new OutboxAge(meters);

    @Test
    void shouldTellTheWaitOfTheOldestMessage() {
        assertThat(gauge()).isZero();

        age.observe(Instant.now().minusSeconds(90));
        assertThat(gauge()).isBetween(90.0, 100.0);

        age.observe(Instant.now().plusSeconds(90));
        assertThat(gauge()).isZero();

        age.observe(null);
        assertThat(gauge()).isZero();
    }

    private double gauge() {
        return meters.get("attune.outbox.oldest.age").gauge().value();
    }
}
