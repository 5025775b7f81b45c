package dev.attune.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void shouldFindTheOwnerByTheFirstSegment() {
        assertThat(Service.owning("/v1/imports")).contains(Service.GENERATION);
        assertThat(Service.owning("/v1/comparisons:next")).contains(Service.RANKING);
        assertThat(Service.owning("/v1/snapshots/1/export")).contains(Service.PREFERENCE);
        assertThat(Service.owning("/v1/evaluations")).contains(Service.SCORING);
    }

    @Test
    void shouldOwnNothingElse() {
        assertThat(Service.owning("/v1/snap")).isEmpty();
        assertThat(Service.owning("/v1/")).isEmpty();
        assertThat(Service.owning("/q/health")).isEmpty();
    }
}
