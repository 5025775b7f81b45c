package dev.attune.generation.importing;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.freshDataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.foundation.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of imports whose process died. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RunningImportsQuarkusTest {

    @Inject
    Pool pool;

    @Test
    void shouldBreakOffWhatNobodyReadsAnyMoreAndNothingElse() {
        String dataset = freshDataset();
        UUID lost = insert(dataset, "running", Duration.ofMinutes(2));
        UUID ofAnotherReplica = insert(dataset, "running", Duration.ofSeconds(-120));
        UUID done = insert(dataset, "done", Duration.ofMinutes(2));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(state(dataset, lost)).isEqualTo("broken"));

        assertThat(state(dataset, ofAnotherReplica)).isEqualTo("running");
        assertThat(state(dataset, done)).isEqualTo("done");
        assertThat(count("select count(*) from import where id = $1 and ended_at is not null", lost))
                .isEqualTo(1);
    }

    private UUID insert(String dataset, String state, Duration silence) {
        UUID id = UUID.randomUUID();
        pool.preparedQuery("""
                        insert into import (id, dataset, source, format, state, alive_at)
                        values ($1, $2, 'test', 'attune', $3, now() - make_interval(secs => $4))""")
                .execute(Tuple.from(List.of(id, dataset, state, (double) silence.toSeconds())))
                .await()
                .indefinitely();
        return id;
    }

    private static String state(String dataset, UUID id) {
        return as("reviewer", dataset)
                .get("/v1/imports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private long count(String sql, UUID id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
