package dev.attune.scoring.registry.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.Activation;
import dev.attune.scoring.registry.ModelEntry;
import dev.attune.scoring.registry.ModelRegister;
import dev.attune.scoring.registry.ModelState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The register of models for requests. */
@Singleton
class PostgresModelRegister implements ModelRegister {

    private static final String SELECT = """
            select m.number, m.version, m.shadow, m.data_hash, m.judgments, m.rubric, m.requested_by, m.requested_at,
                   m.trained_at, m.metrics::text as metrics, m.failure, %s as provenance,
                   case when m.failure is not null then 'failed'
                        when m.bytes is null then 'training'
                        when m.number = (select model_number from activation order by number desc limit 1) then 'active'
                        when exists (select from activation a where a.model_number = m.number) then 'retired'
                        else 'candidate' end as state
            from model m
            """;

    private static final String ACTIVATIONS = """
            select a.number, a.model_number, m.version, a.at, a.actor, a.reason, a.forced
            from %s a join model m on m.number = a.model_number
            """;

    private final Pool pool;

    PostgresModelRegister(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ModelEntry>> list(@Nullable Long before, int limit) {
        return pool.preparedQuery(SELECT.formatted("null")
                        + "where $1::bigint is null or m.number < $1 order by m.number desc limit $2")
                .execute(Tuple.tuple().addLong(before).addInteger(limit))
                .map(rows -> Rows.list(rows, PostgresModelRegister::entry));
    }

    @Override
    public Uni<Optional<ModelEntry>> find(String versionOrNumber) {
        return pool.preparedQuery(SELECT.formatted("m.provenance") + "where m.version = $1 or m.number::text = $1")
                .execute(Tuple.of(versionOrNumber))
                .map(rows -> Rows.first(rows, PostgresModelRegister::entry));
    }

    @Override
    public Uni<Long> request(TrainingRequest request) {
        return pool.preparedQuery("""
                        with waiting as (
                            select number from model
                            where bytes is null and failure is null and alive_at is null
                              and data_hash = $1 and rubric = $2 and with_judgments = $3
                            order by number limit 1),
                        added as (
                            insert into model (data_hash, rubric, with_judgments, requested_by)
                            select $1, $2, $3, $4 where not exists (select from waiting)
                            returning number)
                        select number from waiting union all select number from added""")
                .execute(Tuple.of(request.dataHash(), request.rubric(), request.judgments(), request.actor()))
                .map(rows -> rows.iterator().next().getLong("number"));
    }

    @Override
    public Uni<List<Activation>> activations(int limit) {
        return pool.preparedQuery(ACTIVATIONS.formatted("activation") + "order by a.number desc limit $1")
                .execute(Tuple.of(limit))
                .map(rows -> Rows.list(rows, PostgresModelRegister::activation));
    }

    @Override
    public Uni<Activation> activate(long model, @Nullable String actor, String reason, boolean forced) {
        return pool.preparedQuery("""
                        with made as (insert into activation (model_number, actor, reason, forced)
                                      values ($1, $2, $3, $4) returning *)
                        """ + ACTIVATIONS.formatted("made"))
                .execute(Tuple.of(model, actor, reason, forced))
                .map(rows -> activation(rows.iterator().next()));
    }

    @Override
    public Uni<Void> shadow(long model, boolean on) {
        return pool.preparedQuery("update model set shadow = $2 where number = $1")
                .execute(Tuple.of(model, on))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<StoredModel>> load(long model, String form) {
        return pool.preparedQuery(
                        "select number, version, rubric, bytes from model where number = $1 and form = $2 and bytes is not null")
                .execute(Tuple.of(model, form))
                .map(rows -> Rows.first(
                        rows,
                        row -> new StoredModel(
                                row.getLong("number"),
                                row.getString("version"),
                                row.getString("rubric"),
                                row.getBuffer("bytes").getBytes())));
    }

    @Override
    public Uni<Scoring> scoring() {
        return pool.query("""
                        select coalesce(a.number, 0) as activation, coalesce(a.model_number, 0) as model,
                               array(select number from model where shadow and bytes is not null order by number) as shadows
                        from (select 1) one left join lateral
                             (select number, model_number from activation order by number desc limit 1) a on true""")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Scoring(
                        row.getLong("activation"),
                        row.getLong("model"),
                        Stream.of(row.getArrayOfLongs("shadows")).toList()));
    }

    private static ModelEntry entry(Row row) {
        return new ModelEntry(
                row.getLong("number"),
                row.getString("version"),
                ModelState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("shadow"),
                row.getString("data_hash"),
                row.getLong("judgments"),
                row.getString("rubric"),
                row.getString("requested_by"),
                row.getOffsetDateTime("requested_at").toInstant(),
                instant(row.getOffsetDateTime("trained_at")),
                quality(row.getString("metrics")),
                row.getString("failure"),
                row.getString("provenance"));
    }

    private static Activation activation(Row row) {
        return new Activation(
                row.getLong("number"),
                row.getLong("model_number"),
                row.getString("version"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("reason"),
                row.getBoolean("forced"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable ModelQuality quality(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, ModelQuality.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
