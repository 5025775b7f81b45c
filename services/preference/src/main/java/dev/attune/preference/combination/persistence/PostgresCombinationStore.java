package dev.attune.preference.combination.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.model.message.TurnRanked;
import dev.attune.preference.combination.Combination;
import dev.attune.preference.combination.CombinationStore;
import dev.attune.preference.combination.RankedTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what is combined, and keeps the pairs, in PostgreSQL: a fixed number of statements for any number of turns. */
@ApplicationScoped
class PostgresCombinationStore implements CombinationStore {

    @Override
    public Uni<List<RankedTurn>> findRanked(SqlConnection connection, Collection<UUID> turnIds) {
        return connection
                .preparedQuery("""
                        select t.id, t.dataset, t.revision, q.well_formed, k.body, r.ids, r.texts
                        from turn t
                        join prompt q on q.turn_id = t.id
                        join ranking k on k.turn_id = t.id
                        cross join lateral (
                            select coalesce(array_agg(c.id), '{}') as ids, coalesce(array_agg(c.text), '{}') as texts
                            from response c where c.turn_id = t.id and c.id = any(t.responses)) r
                        where t.id = any($1) and t.revision > 0 and t.revision >= t.ranked_turn_revision
                        order by t.id""")
                .execute(Tuple.tuple().addArrayOfUUID(turnIds.toArray(UUID[]::new)))
                .map(rows -> Rows.list(rows, PostgresCombinationStore::rankedTurn));
    }

    private static RankedTurn rankedTurn(Row row) {
        return new RankedTurn(
                row.getUUID("id"),
                row.getString("dataset"),
                row.getLong("revision"),
                row.getBoolean("well_formed"),
                texts(row.getArrayOfUUIDs("ids"), row.getArrayOfStrings("texts")),
                ranking(row.getString("body")));
    }

    private static Map<UUID, String> texts(UUID[] ids, String[] texts) {
        Map<UUID, String> byId = HashMap.newHashMap(ids.length);
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], texts[i]);
        }
        return byId;
    }

    private static TurnRanked ranking(String body) {
        try {
            return Json.mapper().readValue(body, TurnRanked.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Void> replacePairs(SqlConnection connection, List<RankedTurn> turns, List<Combination> pairs) {
        UUID[] turnIds = turns.stream().map(RankedTurn::turnId).toArray(UUID[]::new);
        Long[] rankings = turns.stream().map(turn -> turn.ranking().revision()).toArray(Long[]::new);
        Tuple paired = Tuple.tuple().addArrayOfUUID(turnIds).addArrayOfLong(rankings);
        return savePairs(connection, pairs)
                .chain(() -> deleteOthers(connection, turnIds))
                .chain(() -> connection.preparedQuery("""
                                update turn set paired_revision = v.ranking
                                from unnest($1::uuid[], $2::bigint[]) as v (id, ranking)
                                where turn.id = v.id""").execute(paired))
                .replaceWithVoid();
    }

    private static Uni<Void> savePairs(SqlConnection connection, List<Combination> pairs) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection.preparedQuery("""
                        insert into pair (id, turn_id, dataset, a, b, chosen, rejected, probability, low, high, margin,
                            origin, reason, judgments, model, turn_revision, ranking_revision)
                        select v.id, v.turn_id, v.dataset, v.a, v.b, v.chosen, v.rejected, v.probability, v.low, v.high,
                            v.margin, v.origin, v.reason, v.judgments::uuid[], v.model, v.turn_revision,
                            v.ranking_revision
                        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[],
                                $7::uuid[], $8::float8[], $9::float8[], $10::float8[], $11::float8[], $12::text[],
                                $13::text[], $14::text[], $15::text[], $16::bigint[], $17::bigint[])
                             as v (id, turn_id, dataset, a, b, chosen, rejected, probability, low, high, margin,
                                origin, reason, judgments, model, turn_revision, ranking_revision)
                        on conflict (turn_id, a, b) do update set
                            chosen = excluded.chosen, rejected = excluded.rejected,
                            probability = excluded.probability, low = excluded.low, high = excluded.high,
                            margin = excluded.margin, origin = excluded.origin, reason = excluded.reason,
                            judgments = excluded.judgments, model = excluded.model,
                            turn_revision = excluded.turn_revision, ranking_revision = excluded.ranking_revision,
                            updated_at = now()""").execute(PairColumns.of(pairs)).replaceWithVoid();
    }

    /** What was not written just now has other revisions: its response left the turn, or the ranking lacks it. */
    private static Uni<Void> deleteOthers(SqlConnection connection, UUID[] turnIds) {
        return connection
                .preparedQuery("""
                        delete from pair using turn
                        where pair.turn_id = any($1) and turn.id = pair.turn_id
                          and (pair.turn_revision, pair.ranking_revision) <> (turn.revision, turn.ranking_revision)""")
                .execute(Tuple.tuple().addArrayOfUUID(turnIds))
                .replaceWithVoid();
    }
}
