package dev.attune.scoring.outcome.persistence;

import dev.attune.foundation.persistence.Rows;
import dev.attune.scoring.outcome.Outcome;
import dev.attune.scoring.outcome.OutcomeStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums up the steps of the table {@code score}. */
@Singleton
class PostgresOutcomeStore implements OutcomeStore {

    private static final String SELECT = """
            with step as (
                select turn_id, step -> 'strategies' as strategies,
                       (state ->> 'valence')::float8 - (step ->> 'valence')::float8 as valence,
                       (state ->> 'intensity')::float8 - (step ->> 'intensity')::float8 as intensity
                from score
                where step is not null and state is not null and ($1::text[] is null or dataset = any($1))
                  and ($2::text is null or step ->> 'emotion' = $2)),
            used as (select distinct turn_id, valence, intensity, strategy
                     from step, jsonb_array_elements_text(strategies) as strategy),
            grouped as (
                select array[strategy] as strategies, valence, intensity from used
                union all
                select array[a.strategy, b.strategy], a.valence, a.intensity
                from used a join used b on b.turn_id = a.turn_id and b.strategy > a.strategy)
            select strategies, count(*) as turns, avg(valence) as valence_change,
                   coalesce(stddev_samp(valence), 0) / sqrt(count(*)) as error, avg(intensity) as intensity_change,
                   avg(case when valence > 0 then 1.0 else 0.0 end)::float8 as improved
            from grouped group by strategies
            order by cardinality(strategies), turns desc, strategies""";

    private final Pool pool;

    PostgresOutcomeStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Outcome>> list(String @Nullable [] datasets, @Nullable String emotion) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.tuple().addArrayOfString(datasets).addString(emotion))
                .map(rows -> Rows.list(rows, PostgresOutcomeStore::outcome));
    }

    private static Outcome outcome(Row row) {
        return new Outcome(
                Stream.of(row.getArrayOfStrings("strategies")).toList(),
                row.getLong("turns"),
                row.getDouble("valence_change"),
                row.getDouble("error"),
                row.getDouble("intensity_change"),
                row.getDouble("improved"));
    }
}
