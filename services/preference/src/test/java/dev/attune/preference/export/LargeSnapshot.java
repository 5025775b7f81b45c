package dev.attune.preference.export;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;

import dev.attune.preference.Rows;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Map;

/** Makes a snapshot too large for any buffer on its way: each pair has some three kilobytes. */
final class LargeSnapshot {

    static final int PAIRS = 20_000;

    private LargeSnapshot() {}

    /** Puts the pairs into the tables, as the consumers would, and freezes them; gives the snapshot's id. */
    static String freeze(Pool pool, String dataset) {
        Rows.query(pool, """
                insert into turn (id, dataset, conversation_id, revision, number, state, responses)
                select gen_random_uuid(), $1, gen_random_uuid(), 1, 1, 'complete',
                    array[gen_random_uuid(), gen_random_uuid()]
                from generate_series(1, %d)""".formatted(PAIRS), dataset);
        Rows.query(pool, """
                insert into prompt (turn_id, messages, well_formed)
                select id, '[{"role":"user","content":"' || id || '"}]', true from turn where dataset = $1""", dataset);
        Rows.query(pool, """
                insert into response (id, turn_id, text)
                select r, id, repeat(md5(r::text) || E'\\n', 45)
                from turn, unnest(responses) as r where dataset = $1""", dataset);
        Rows.query(pool, """
                insert into pair (id, turn_id, dataset, a, b, chosen, rejected, probability, low, high, margin, origin,
                    judgments, model, turn_revision, ranking_revision)
                select gen_random_uuid(), id, dataset, least(responses[1], responses[2]),
                    greatest(responses[1], responses[2]), responses[1], responses[2], 0.9, 0.8, 0.95, 1, 'imported',
                    '{}', 'm', 1, 1
                from turn where dataset = $1""", dataset);
        return given().header("Authorization", bearer("curator", "cora", dataset))
                .contentType(ContentType.JSON)
                .body(Map.of("dataset", dataset, "name", "large"))
                .post("/v1/snapshots")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
