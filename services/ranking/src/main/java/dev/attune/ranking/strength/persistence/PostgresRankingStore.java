package dev.attune.ranking.strength.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.TurnRanked;
import dev.attune.ranking.strength.RankingInput;
import dev.attune.ranking.strength.RankingStore;
import dev.attune.ranking.strength.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rankings in PostgreSQL; every method is one or two statements, however many turns there are. */
@ApplicationScoped
class PostgresRankingStore implements RankingStore {

    /** Rows that are there already are locked and not touched: the condition is never true. */
    private static final String LOCK = """
            insert into ranking (turn_id) select t.id from unnest($1::uuid[]) as t (id) order by t.id
            on conflict (turn_id) do update set revision = ranking.revision where false""";

    private static final String FIND_CHANGED = """
            select t.id, t.dataset, t.conversation_id, t.revision as turn_revision, s.revision as score_revision,
                   s.model, r.revision as last_revision, i.responses, i.utilities
            from ranking r
            join turn t on t.id = r.turn_id
            join score s on s.turn_id = r.turn_id
            cross join lateral (
                select array_agg(p.id order by p.position) as responses,
                       array_agg(u.utility order by p.position) as utilities,
                       count(*) as size,
                       count(u.id) as scored
                from response p
                left join unnest(s.response_ids, s.utilities) as u (id, utility) on u.id = p.id
                where p.turn_id = t.id) i
            where r.turn_id = any($1)
              and t.state = 'complete'
              and s.turn_revision = t.revision
              and i.size >= 2
              and i.scored = i.size
              and (r.turn_revision, r.score_revision, r.judgments) is distinct from
                  (t.revision, s.revision,
                   (select count(*) from judgment j where j.turn_id = t.id and j.outcome <> 'skip'))
            order by t.id""";

    private static final String FIND_VERDICTS = """
            select turn_id, id, origin, outcome, left_response, right_response
            from judgment where turn_id = any($1) and outcome <> 'skip' order by id""";

    private static final String SAVE = """
            update ranking r
            set revision = n.revision, turn_revision = n.turn_revision, score_revision = n.score_revision,
                judgments = n.judgments, body = n.body::jsonb
            from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[])
                 as n (turn_id, revision, turn_revision, score_revision, judgments, body)
            where r.turn_id = n.turn_id""";

    private static final String LIST = """
            select r.body::text as body from turn t join ranking r on r.turn_id = t.id
            where t.dataset = $1 and ($2::uuid is null or t.id > $2) and r.body is not null
            order by t.id limit $3""";

    @Override
    public Uni<Void> lock(SqlConnection connection, Collection<UUID> turns) {
        return connection.preparedQuery(LOCK).execute(ids(turns)).replaceWithVoid();
    }

    @Override
    public Uni<List<RankingInput>> findChanged(SqlConnection connection, Collection<UUID> turns) {
        return connection.preparedQuery(FIND_CHANGED).execute(ids(turns)).chain(rows -> {
            List<UUID> changed = Rows.list(rows, row -> row.getUUID("id"));
            return changed.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : connection
                            .preparedQuery(FIND_VERDICTS)
                            .execute(ids(changed))
                            .map(PostgresRankingStore::verdictsByTurn)
                            .map(verdicts -> Rows.list(rows, row -> input(row, verdicts)));
        });
    }

    @Override
    public Uni<Void> save(SqlConnection connection, List<Ranked> rankings) {
        Tuple columns = Columns.of(rankings)
                .uuids(item -> item.ranking().turnId())
                .longs(item -> item.ranking().revision())
                .longs(item -> item.ranking().turnRevision())
                .longs(item -> item.ranking().scoreRevision())
                .longs(item -> (long) item.input().verdicts().size())
                .texts(item -> write(item.ranking()))
                .tuple();
        return connection.preparedQuery(SAVE).execute(columns).replaceWithVoid();
    }

    @Override
    public Uni<List<TurnRanked>> list(SqlClient client, String dataset, @Nullable UUID after, int limit) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(dataset, after, limit))
                .map(rows -> Rows.list(rows, row -> read(row.getString("body"))));
    }

    private static Tuple ids(Collection<UUID> turns) {
        return Tuple.of(turns.toArray(UUID[]::new));
    }

    private static RankingInput input(Row row, Map<UUID, List<Verdict>> verdicts) {
        UUID turn = row.getUUID("id");
        return new RankingInput(
                row.getString("dataset"),
                row.getUUID("conversation_id"),
                turn,
                row.getLong("turn_revision"),
                row.getLong("score_revision"),
                row.getString("model"),
                row.getLong("last_revision"),
                List.of(row.getArrayOfUUIDs("responses")),
                List.of(row.getArrayOfDoubles("utilities")),
                verdicts.getOrDefault(turn, List.of()));
    }

    private static Map<UUID, List<Verdict>> verdictsByTurn(RowSet<Row> rows) {
        return Rows.list(rows, row -> Map.entry(row.getUUID("turn_id"), verdict(row))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Verdict verdict(Row row) {
        return new Verdict(
                row.getUUID("id"),
                JudgmentOrigin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getUUID("left_response"),
                row.getUUID("right_response"));
    }

    private static TurnRanked read(String body) {
        try {
            return Json.mapper().readValue(body, TurnRanked.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Record body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
