package dev.attune.scoring.comparison.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.ResponseScore;
import dev.attune.scoring.comparison.TwoScores;
import dev.attune.scoring.comparison.TwoScores.Side;
import dev.attune.scoring.comparison.TwoScoresStore;
import dev.attune.scoring.work.ScoringPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the scores of two models, whether they were published or not. */
@Singleton
class PostgresTwoScoresStore implements TwoScoresStore {

    /** Which turns is decided by what is narrow; only of those are the scores read, and of each model one. */
    private static final String SELECT = """
            with scored as not materialized (
                select turn_id, dataset, turn_revision, model_number, emotions, responses from score
                union all
                select turn_id, dataset, turn_revision, model_number, emotions, responses from shadow_score),
            latest as materialized (
                select distinct l.turn_id, l.turn_revision
                from scored l join scored r on r.turn_id = l.turn_id and r.turn_revision = l.turn_revision
                where l.model_number = $1 and r.model_number = $2 and ($3::text[] is null or l.dataset = any($3))
                order by l.turn_id desc limit $4)
            select t.turn_id, l.emotions::text as left_emotions, l.responses::text as left_responses,
                   r.emotions::text as right_emotions, r.responses::text as right_responses
            from latest t,
                 lateral (select emotions, responses from scored s
                          where s.turn_id = t.turn_id and s.turn_revision = t.turn_revision and s.model_number = $1
                          limit 1) l,
                 lateral (select emotions, responses from scored s
                          where s.turn_id = t.turn_id and s.turn_revision = t.turn_revision and s.model_number = $2
                          limit 1) r""";

    private static final TypeReference<List<EmotionScore>> EMOTIONS = new TypeReference<>() {};
    private static final TypeReference<List<ResponseScore>> RESPONSES = new TypeReference<>() {};

    private final Pool pool;
    private final ScoringPool threads;

    PostgresTwoScoresStore(Pool pool, ScoringPool threads) {
        this.pool = pool;
        this.threads = threads;
    }

    @Override
    public Uni<List<TwoScores>> find(long left, long right, String @Nullable [] datasets, int limit) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.tuple()
                        .addLong(left)
                        .addLong(right)
                        .addArrayOfString(datasets)
                        .addInteger(limit))
                // Megabytes of JSON would hold up whoever else waits for the event loop.
                .chain(rows -> threads.compute(() -> Rows.list(
                        rows, row -> new TwoScores(row.getUUID("turn_id"), side(row, "left"), side(row, "right")))));
    }

    private static Side side(Row row, String side) {
        return new Side(
                read(row.getString(side + "_emotions"), EMOTIONS), read(row.getString(side + "_responses"), RESPONSES));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
