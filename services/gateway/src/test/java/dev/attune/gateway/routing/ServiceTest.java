package dev.attune.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void shouldFindTheOwnerByTheFirstSegment() {
        assertThat(Service.owning("/v1/imports")).contains(Service.GENERATION);
        assertThat(Service.owning("/v1/comparisons:next")).contains(Service.RANKING);
        assertThat(Service.owning("/v1/datasets/a:republish")).contains(Service.GENERATION);
        assertThat(Service.owning("/v1/scores:republish")).contains(Service.SCORING);
        assertThat(Service.owning("/v1/judgments:republish")).contains(Service.RANKING);
        assertThat(Service.owning("/v1/snapshots/1/export")).contains(Service.PREFERENCE);
        assertThat(Service.owning("/v1/evaluations")).contains(Service.SCORING);
        assertThat(Service.owning("/v1/guidance")).contains(Service.SCORING);
    }

    @Test
    void shouldOwnNothingElse() {
        assertThat(Service.owning("/v1/snap")).isEmpty();
        assertThat(Service.owning("/v1/")).isEmpty();
        assertThat(Service.owning("/q/health")).isEmpty();
    }

    @Test
    void shouldFindTheOwnerOfDeadLettersByTheSecondSegment() {
        assertThat(Service.owning("/v1/dead-letters/ranking")).contains(Service.RANKING);
        assertThat(Service.owning("/v1/dead-letters/ranking:replay")).contains(Service.RANKING);
        assertThat(Service.owning("/v1/dead-letters/scoring/17")).contains(Service.SCORING);
        assertThat(Service.owning("/v1/dead-letters/generation/17:replay")).contains(Service.GENERATION);
        assertThat(Service.owning("/v1/dead-letters/gateway")).isEmpty();
        assertThat(Service.owning("/v1/dead-letters/RANKING")).isEmpty();
        assertThat(Service.owning("/v1/dead-letters/")).isEmpty();
        assertThat(Service.owning("/v1/dead-letters")).isEmpty();
        assertThat(Service.owning("/v1/dead-letters:ranking")).isEmpty();
    }
}
