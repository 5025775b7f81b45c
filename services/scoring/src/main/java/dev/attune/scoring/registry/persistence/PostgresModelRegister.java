package dev.attune.scoring.registry.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.persistence.Rows;
import dev.attune.model.Json;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.ModelEntry;
import dev.attune.scoring.registry.ModelRegister;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the register of models. */
@Singleton
class PostgresModelRegister implements ModelRegister {

    private final Pool pool;

    PostgresModelRegister(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ModelEntry>> list(@Nullable Long before, int limit) {
        return pool.preparedQuery("""
                        select version, number, corpus_hash, rubric, trained_at, metrics::text as metrics, active
                        from model where $1::bigint is null or number < $1 order by number desc limit $2""")
                .execute(Tuple.tuple().addLong(before).addInteger(limit))
                .map(rows -> Rows.list(rows, PostgresModelRegister::entry));
    }

    private static ModelEntry entry(Row row) {
        return new ModelEntry(
                row.getString("version"),
                row.getLong("number"),
                row.getString("corpus_hash"),
                row.getString("rubric"),
                row.getOffsetDateTime("trained_at").toInstant(),
                quality(row.getString("metrics")),
                row.getBoolean("active"));
    }

    private static @Nullable ModelQuality quality(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, ModelQuality.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
