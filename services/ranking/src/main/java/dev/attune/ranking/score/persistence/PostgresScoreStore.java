package dev.attune.ranking.score.persistence;

import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.ranking.score.ScoreStore;
import dev.attune.ranking.score.TurnScore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Copies of scores in PostgreSQL. */
@ApplicationScoped
class PostgresScoreStore implements ScoreStore {

    private static final String SAVE = """
            insert into score (turn_id, conversation_id, turn_revision, revision, model, response_ids, utilities)
            select n.turn_id, n.conversation_id, n.turn_revision, n.revision, n.model, n.response_ids::uuid[],
                   n.utilities::float8[]
            from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[])
                 as n (turn_id, conversation_id, turn_revision, revision, model, response_ids, utilities)
            order by n.turn_id
            on conflict (turn_id) do update
            set conversation_id = excluded.conversation_id, turn_revision = excluded.turn_revision, revision = excluded.revision,
                model = excluded.model, response_ids = excluded.response_ids, utilities = excluded.utilities
            where score.revision < excluded.revision
            returning turn_id""";

    @Override
    public Uni<Set<UUID>> save(SqlConnection connection, List<TurnScore> scores) {
        Tuple columns = Columns.of(scores)
                .uuids(TurnScore::turnId)
                .uuids(TurnScore::conversationId)
                .longs(TurnScore::turnRevision)
                .longs(TurnScore::revision)
                .texts(TurnScore::model)
                .texts(score -> literal(score.responses()))
                .texts(score -> literal(score.utilities()))
                .tuple();
        return connection
                .preparedQuery(SAVE)
                .execute(columns)
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("turn_id"))));
    }

    /** The text of an array; arrays of different lengths cannot be the elements of one parameter. */
    private static String literal(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
