package dev.attune.preference.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.preference.progress.Progress.Pairs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void shouldBeSettledOnlyWhenNothingIsUnderWay() {
        assertThat(progress(3, 3, 2, 3, 2, 2).settled()).isTrue();
        assertThat(progress(0, 0, 0, 0, 0, 0).settled()).isFalse();
        assertThat(progress(3, 3, 2, 2, 2, 2).settled()).isFalse();
        assertThat(progress(3, 3, 2, 3, 1, 2).settled()).isFalse();
        assertThat(progress(3, 3, 2, 3, 2, 1).settled()).isFalse();
    }

    private static Progress progress(
            long turns, long complete, long comparable, long scored, long ranked, long paired) {
        return new Progress(turns, complete, comparable, scored, ranked, paired, new Pairs(0, 0, Map.of(), Map.of()));
    }
}
