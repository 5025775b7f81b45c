package dev.attune.foundation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

    private record Change(String thing, long revision) {}

    @Test
    void shouldKeepTheGreatestRevisionOfEachThing() {
        List<Change> changes = List.of(
                new Change("a", 2), new Change("b", 1), new Change("a", 1), new Change("b", 3), new Change("a", 2));

        assertThat(Latest.of(changes, Change::thing, Change::revision))
                .containsExactly(new Change("a", 2), new Change("b", 3));
    }
}
