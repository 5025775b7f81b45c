package dev.attune.ranking.comparison.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.foundation.persistence.Rows;
import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.ranking.testing.Raters;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Finding work among 10^5 comparisons. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class CandidatePlanQuarkusTest {

    @Inject
    TestPlatform platform;

    @Test
    void shouldFindWorkByTheIndex() {
        String dataset = TestTurn.newDataset();
        fill(dataset);
        assertThat(platform.number("select count(*) from comparison where dataset = $1", dataset))
                .isEqualTo(105_000);
        String plan = String.join(
                "\n",
                Rows.list(
                        platform.sql("explain " + PostgresLeaseStore.LOCK_FREE_CANDIDATE, dataset, "ann", 1),
                        row -> row.getString(0)));
        assertThat(plan).contains("Index Scan using comparison_work").doesNotContain("Sort", "Seq Scan on comparison");
        Raters.ask("warm", dataset).statusCode(200);
        Instant start = Instant.now();
        for (int rater = 0; rater < 20; rater++) {
            String name = "rater-" + rater;
            Raters.judge(name, dataset, Raters.take(name, dataset), "tie").statusCode(201);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    /** A thousand turns of fifteen responses. */
    private void fill(String dataset) {
        platform.sql("""
                insert into turn (id, dataset, conversation_id, revision, state, number, history, text)
                select uuidv7(), $1, $2, 1, 'complete', 1, '[]', 'text' from generate_series(1, 1000)""", dataset, Ids.next());
        platform.sql("""
                insert into response (id, turn_id, position, text)
                select uuidv7(), t.id, p, 'response' from turn t, generate_series(1, 15) p where t.dataset = $1""", dataset);
        platform.sql("""
                insert into comparison (id, turn_id, dataset, a, b)
                select uuidv7(), t.id, t.dataset, x.id, y.id
                from turn t
                join response x on x.turn_id = t.id
                join response y on y.turn_id = t.id and x.id < y.id
                where t.dataset = $1""", dataset);
        platform.sql("analyze comparison");
        platform.sql("analyze turn");
        platform.sql("analyze response");
    }
}
