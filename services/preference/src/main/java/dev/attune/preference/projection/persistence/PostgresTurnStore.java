package dev.attune.preference.projection.persistence;

import dev.attune.foundation.persistence.Columns;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnScored;
import dev.attune.preference.combination.Prompt;
import dev.attune.preference.projection.TurnStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the projections in PostgreSQL. Each save begins with an upsert of the turns' rows, in the order of their ids:
 * that takes the locks in one order everywhere, and makes a concurrent save of another topic wait.
 */
@ApplicationScoped
class PostgresTurnStore implements TurnStore {

    @Override
    public Uni<Set<UUID>> saveTurns(SqlConnection connection, List<TurnChanged> turns) {
        Tuple columns = Columns.of(turns)
                .uuids(TurnChanged::turnId)
                .texts(TurnChanged::dataset)
                .uuids(TurnChanged::conversationId)
                .uuids(TurnChanged::importId)
                .integers(TurnChanged::turnNumber)
                .longs(TurnChanged::revision)
                .texts(turn -> turn.state().code())
                .uuidLists(PostgresTurnStore::responses)
                .tuple();
        return connection
                .preparedQuery("""
                        insert into turn (id, dataset, conversation_id, import_id, number, revision, state, responses)
                        select v.id, v.dataset, v.conversation_id, v.import_id, v.number, v.revision, v.state,
                            v.responses::uuid[]
                        from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::integer[], $6::bigint[],
                                $7::text[], $8::text[])
                             as v (id, dataset, conversation_id, import_id, number, revision, state, responses)
                        order by v.id
                        on conflict (id) do update set
                            import_id = excluded.import_id, number = excluded.number, revision = excluded.revision,
                            state = excluded.state, responses = excluded.responses
                        where turn.revision < excluded.revision
                        returning id""")
                .execute(columns)
                .map(PostgresTurnStore::ids)
                .call(changed -> {
                    List<TurnChanged> fresh = turns.stream()
                            .filter(turn -> changed.contains(turn.turnId()))
                            .toList();
                    return savePrompts(connection, fresh).chain(() -> saveResponses(connection, fresh));
                });
    }

    private static List<UUID> responses(TurnChanged turn) {
        return turn.candidates().stream().map(Candidate::responseId).distinct().toList();
    }

    private static Uni<Void> savePrompts(SqlConnection connection, List<TurnChanged> turns) {
        Tuple columns = Columns.of(turns)
                .uuids(TurnChanged::turnId)
                .jsons(turn -> prompt(turn).messages())
                .booleans(turn -> prompt(turn).wellFormed())
                .tuple();
        return connection.preparedQuery("""
                        insert into prompt (turn_id, messages, well_formed)
                        select * from unnest($1::uuid[], $2::text[], $3::boolean[])
                        on conflict (turn_id) do nothing""").execute(columns).replaceWithVoid();
    }

    private static Prompt prompt(TurnChanged turn) {
        return Prompt.of(turn.history(), turn.text());
    }

    private static Uni<Void> saveResponses(SqlConnection connection, List<TurnChanged> turns) {
        List<Answer> answers = turns.stream()
                .flatMap(turn -> turn.candidates().stream().map(candidate -> new Answer(turn.turnId(), candidate)))
                .toList();
        Tuple columns = Columns.of(answers)
                .uuids(answer -> answer.candidate().responseId())
                .uuids(Answer::turnId)
                .texts(answer -> answer.candidate().text())
                .tuple();
        return connection.preparedQuery("""
                        insert into response (id, turn_id, text)
                        select v.id, v.turn_id, v.text
                        from unnest($1::uuid[], $2::uuid[], $3::text[]) as v (id, turn_id, text) order by v.id
                        on conflict (id) do nothing""").execute(columns).replaceWithVoid();
    }

    private record Answer(UUID turnId, Candidate candidate) {}

    @Override
    public Uni<Void> saveScores(SqlConnection connection, List<TurnScored> scores) {
        Tuple columns = Columns.of(scores)
                .uuids(TurnScored::turnId)
                .texts(TurnScored::dataset)
                .uuids(TurnScored::conversationId)
                .longs(TurnScored::revision)
                .longs(TurnScored::turnRevision)
                .texts(TurnScored::model)
                .tuple();
        return connection.preparedQuery("""
                        insert into turn (id, dataset, conversation_id, score_revision, scored_turn_revision,
                            score_model)
                        select v.*
                        from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::text[])
                             as v (id, dataset, conversation_id, revision, turn_revision, model)
                        order by v.id
                        on conflict (id) do update set
                            score_revision = excluded.score_revision,
                            scored_turn_revision = excluded.scored_turn_revision, score_model = excluded.score_model
                        where turn.score_revision < excluded.score_revision""").execute(columns).replaceWithVoid();
    }

    @Override
    public Uni<Set<UUID>> saveRankings(SqlConnection connection, List<TurnRanked> rankings) {
        Tuple columns = Columns.of(rankings)
                .uuids(TurnRanked::turnId)
                .texts(TurnRanked::dataset)
                .uuids(TurnRanked::conversationId)
                .longs(TurnRanked::revision)
                .longs(TurnRanked::turnRevision)
                .longs(TurnRanked::scoreRevision)
                .tuple();
        return connection
                .preparedQuery("""
                        insert into turn (id, dataset, conversation_id, ranking_revision, ranked_turn_revision,
                            ranked_score_revision)
                        select v.*
                        from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])
                             as v (id, dataset, conversation_id, revision, turn_revision, score_revision)
                        order by v.id
                        on conflict (id) do update set
                            ranking_revision = excluded.ranking_revision,
                            ranked_turn_revision = excluded.ranked_turn_revision,
                            ranked_score_revision = excluded.ranked_score_revision
                        where turn.ranking_revision < excluded.ranking_revision
                        returning id""")
                .execute(columns)
                .map(PostgresTurnStore::ids)
                .call(changed -> {
                    List<TurnRanked> fresh = rankings.stream()
                            .filter(ranking -> changed.contains(ranking.turnId()))
                            .toList();
                    return saveBodies(connection, fresh);
                });
    }

    private static Uni<Void> saveBodies(SqlConnection connection, List<TurnRanked> rankings) {
        Tuple columns = Columns.of(rankings)
                .uuids(TurnRanked::turnId)
                .jsons(ranking -> ranking)
                .tuple();
        return connection.preparedQuery("""
                        insert into ranking (turn_id, body) select * from unnest($1::uuid[], $2::text[])
                        on conflict (turn_id) do update set body = excluded.body""").execute(columns).replaceWithVoid();
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        return Set.copyOf(Rows.list(rows, row -> row.getUUID("id")));
    }
}
