package dev.attune.foundation.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HideQueriesTest {

    @Test
    void shouldKeepNamesAndNoValues() {
        assertThat(HideQueries.withoutValues("dataset=a&source=some+words&flag&empty="))
                .isEqualTo("dataset=&source=&flag&empty=");
        assertThat(HideQueries.withoutValues("a=b=c&=d")).isEqualTo("a=&=");
        assertThat(HideQueries.withoutValues("")).isEmpty();
    }
}
