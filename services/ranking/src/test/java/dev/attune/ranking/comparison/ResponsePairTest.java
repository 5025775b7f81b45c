package dev.attune.ranking.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResponsePairTest {

    private static final UUID SMALL = new UUID(1, 1);
    private static final UUID LARGE = new UUID(-1, 1);

    @Test
    void shouldBeTheSameWhicheverIsNamedFirst() {
        assertThat(ResponsePair.of(SMALL, LARGE)).isEqualTo(ResponsePair.of(LARGE, SMALL));
        assertThat(ResponsePair.of(LARGE, SMALL).a()).isEqualTo(SMALL);
    }

    @Test
    void shouldNotPairAResponseWithItself() {
        assertThatThrownBy(() -> ResponsePair.of(SMALL, SMALL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResponsePair(LARGE, SMALL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldFormEveryPair() {
        List<UUID> responses = List.of(SMALL, LARGE, new UUID(2, 2), new UUID(3, 3));
        assertThat(ResponsePair.among(responses)).hasSize(6).doesNotHaveDuplicates();
        assertThat(ResponsePair.among(List.of(SMALL))).isEmpty();
        assertThat(ResponsePair.among(List.of())).isEmpty();
    }
}
