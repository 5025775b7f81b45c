package dev.attune.preference.progress;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static dev.attune.preference.TestTurn.freshDataset;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.model.message.TurnState;
import dev.attune.preference.Feed;
import dev.attune.preference.Rows;
import dev.attune.preference.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProgressQuarkusTest {

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    private final String dataset = freshDataset();
    private final UUID importId = Ids.next();
    private final TestTurn turn = TestTurn.of(dataset, importId, "kind", "cold");
    private final TestTurn lonely = TestTurn.of(dataset, importId, "kind");

    @Test
    void shouldFollowAnImportFromTurnsToPairs() {
        expect(0, 0, 0, 0, 0, 0, false);
        feed.turns(turn.changed(1, TurnState.OPEN), lonely.changed(1));
        expect(2, 1, 0, 0, 0, 0, false);
        feed.turns(turn.changed(2));
        expect(2, 2, 1, 0, 0, 0, false);
        feed.scores(turn.scored(2, 1), lonely.scored(1, 1));
        expect(2, 2, 1, 2, 0, 0, false);
        feed.rankings(turn.ranked(2, 1, 1, turn.automated(0, 1, 0.9)));
        expect(2, 2, 1, 2, 1, 1, true)
                .body("pairs.eligible", equalTo(1))
                .body("pairs.quarantined", equalTo(0))
                .body("pairs.reasons", equalTo(Map.of()))
                .body("pairs.origins", equalTo(Map.of("automated", 1)));
    }

    @Test
    void shouldNotBeSettledWhileAnythingIsBehind() {
        feed.turns(turn.changed(1), lonely.changed(1));
        feed.scores(turn.scored(1, 1), lonely.scored(1, 1));
        feed.rankings(turn.ranked(1, 1, 1, turn.automated(0, 1, 0.55)));
        expect(2, 2, 1, 2, 1, 1, true).body("pairs.reasons", equalTo(Map.of("undecided", 1)));

        feed.scores(turn.scored(1, 2));
        expect(2, 2, 1, 2, 0, 1, false);
        feed.rankings(turn.ranked(1, 2, 2, turn.automated(0, 1, 0.9)));
        expect(2, 2, 1, 2, 1, 1, true).body("pairs.reasons", equalTo(Map.of()));
        feed.turns(turn.changed(2));
        expect(2, 2, 1, 1, 0, 1, false);
        feed.rankings(turn.ranked(3, 2, 3, turn.automated(0, 1, 0.9)));
        expect(2, 2, 1, 1, 1, 0, false);
    }

    @Test
    void shouldCountADatasetWithAllItsImports() {
        TestTurn other = TestTurn.of(dataset, Ids.next(), "kind", "kind ");
        feed.turns(turn.changed(1), lonely.changed(1), other.changed(1));
        feed.rankings(
                turn.ranked(1, 1, 1, turn.automated(0, 1, 0.9)), other.ranked(1, 1, 1, other.automated(0, 1, 0.9)));

        get("reviewer", "?dataset=" + dataset, dataset)
                .statusCode(200)
                .body("turns", equalTo(3))
                .body("paired", equalTo(2))
                .body("pairs.eligible", equalTo(1))
                .body("pairs.quarantined", equalTo(1))
                .body("pairs.reasons", equalTo(Map.of("identical", 1)))
                .body("pairs.origins", equalTo(Map.of("automated", 2)));
        get("reviewer", "?import=" + importId, dataset)
                .body("turns", equalTo(2))
                .body("pairs.quarantined", equalTo(0));
    }

    @Test
    void shouldHoldRolesAndDatasetsApart() {
        feed.turns(turn.changed(1));
        get("rater", "?import=" + importId, "*").statusCode(403);
        get("reviewer", "?dataset=" + dataset, "another").statusCode(403);
        get("reviewer", "?import=" + importId, "another").statusCode(200).body("turns", equalTo(0));
        for (String bad : new String[] {"", "?import=x", "?import=" + importId + "&dataset=" + dataset}) {
            get("reviewer", bad, "*").statusCode(400).body("errors[0].pointer", equalTo("import"));
        }
    }

    @Test
    void shouldCountAHundredThousandTurnsAtOnce() {
        String large = freshDataset();
        UUID largeImport = Ids.next();
        Rows.query(pool, """
                insert into turn (id, dataset, conversation_id, revision, import_id, number, state, responses,
                    score_revision, scored_turn_revision, ranking_revision, ranked_turn_revision,
                    ranked_score_revision, paired_revision)
                select gen_random_uuid(), $1, gen_random_uuid(), 1, $2, 1, 'complete',
                    array[gen_random_uuid(), gen_random_uuid()], 1, 1, 1, 1, 1, 1
                from generate_series(1, 100000)""", large, largeImport);
        Rows.query(pool, """
                insert into pair (id, turn_id, dataset, a, b, chosen, rejected, probability, low, high, margin, origin,
                    judgments, model, turn_revision, ranking_revision)
                select gen_random_uuid(), id, dataset, least(responses[1], responses[2]),
                    greatest(responses[1], responses[2]), responses[1], responses[2], 0.9, 0.8, 0.95, 1, 'imported',
                    '{}', 'm', 1, 1
                from turn where dataset = $1""", large);

        for (String query : new String[] {"?import=" + largeImport, "?dataset=" + large}) {
            long start = System.nanoTime();
            get("reviewer", query, large)
                    .body("turns", equalTo(100_000))
                    .body("pairs.eligible", equalTo(100_000))
                    .body("settled", equalTo(true));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private ValidatableResponse expect(
            int turns, int complete, int comparable, int scored, int ranked, int paired, boolean settled) {
        return get("reviewer", "?import=" + importId, dataset)
                .statusCode(200)
                .body("turns", equalTo(turns))
                .body("complete", equalTo(complete))
                .body("comparable", equalTo(comparable))
                .body("scored", equalTo(scored))
                .body("ranked", equalTo(ranked))
                .body("paired", equalTo(paired))
                .body("settled", equalTo(settled));
    }

    private static ValidatableResponse get(String role, String query, String access) {
        return given().header("Authorization", bearer(role, "ann", access))
                .get("/v1/progress" + query)
                .then();
    }
}
