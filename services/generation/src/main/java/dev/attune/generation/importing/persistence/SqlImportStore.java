package dev.attune.generation.importing.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.erasure.Erasures;
import dev.attune.generation.importing.Import;
import dev.attune.generation.importing.ImportCounts;
import dev.attune.generation.importing.ImportState;
import dev.attune.generation.importing.ImportStore;
import dev.attune.generation.importing.Refusal;
import dev.attune.model.Json;
import dev.attune.model.text.personal.PersonalDataCounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Imports through the PostgreSQL client. */
@ApplicationScoped
class SqlImportStore implements ImportStore {

    private final Pool pool;
    private final Erasures erasures;

    SqlImportStore(Pool pool, Erasures erasures) {
        this.pool = pool;
        this.erasures = erasures;
    }

    @Override
    public Uni<Boolean> begin(Import started) {
        return pool.withTransaction(connection -> erasures.hold(connection).chain(() -> insert(connection, started)));
    }

    private static Uni<Boolean> insert(SqlConnection connection, Import started) {
        return connection
                .preparedQuery("""
                        insert into import (id, dataset, source, format, state, started_at, anonymised)
                        select $1, name, $3, $4, $5, $6, case when $7 then '{}'::jsonb end
                        from dataset where name = $2""")
                .execute(Tuple.tuple()
                        .addUUID(started.id())
                        .addString(started.dataset())
                        .addString(started.source())
                        .addString(started.format())
                        .addString(started.state().code())
                        .addOffsetDateTime(started.startedAt().atOffset(ZoneOffset.UTC))
                        .addBoolean(started.anonymise()))
                .map(inserted -> inserted.rowCount() == 1);
    }

    @Override
    public Uni<Boolean> hold(SqlConnection connection, UUID id) {
        return erasures.hold(connection)
                .chain(() -> connection
                        .preparedQuery("select 1 from import where id = $1")
                        .execute(Tuple.of(id)))
                .map(rows -> rows.size() == 1);
    }

    @Override
    public Uni<Void> progress(
            SqlConnection connection, UUID id, ImportState state, ImportCounts counts, List<Refusal> refusals) {
        Tuple parameters = Tuple.tuple()
                .addUUID(id)
                .addString(state.code())
                .addLong(counts.rows())
                .addLong(counts.accepted())
                .addLong(counts.unchanged())
                .addLong(counts.refused())
                .addLong(counts.turns())
                .addLong(counts.responses())
                .addString(write(counts.anonymised()));
        return insertRefusals(connection, id, refusals)
                .chain(() -> connection.preparedQuery("""
                                update import set state = $2, rows = $3, accepted = $4, unchanged = $5, refused = $6,
                                    turns = $7, responses = $8,
                                    anonymised = case when anonymised is not null then $9::text::jsonb end,
                                    ended_at = case when $2 = 'running' then null else now() end, alive_at = now()
                                where id = $1""").execute(parameters))
                .replaceWithVoid();
    }

    private static Uni<Void> insertRefusals(SqlConnection connection, UUID id, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(
                id,
                refusals.stream().map(Refusal::line).toArray(Long[]::new),
                refusals.stream().map(Refusal::reason).toArray(String[]::new),
                refusals.stream().map(Refusal::field).toArray(String[]::new),
                refusals.stream().map(Refusal::detail).toArray(String[]::new));
        // The conflict is with itself, where a batch is written again after a lost answer of the database.
        return connection.preparedQuery("""
                        insert into import_refusal (import_id, line, reason, field, detail)
                        select $1, r.line, r.reason, r.field, r.detail
                        from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as r (line, reason, field, detail)
                        on conflict do nothing""").execute(parameters).replaceWithVoid();
    }

    @Override
    public Uni<Void> breakOff(UUID id) {
        return pool.preparedQuery("""
                        update import set state = 'broken', ended_at = now() where id = $1 and state = 'running'""").execute(Tuple.of(id)).replaceWithVoid();
    }

    @Override
    public Uni<Void> keepAlive(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // Not waited for where a batch of the import is being written: that keeps it alive too.
        return pool.preparedQuery("""
                        update import set alive_at = now() where id in (
                            select id from import where id = any($1) and state = 'running' for update skip locked)""")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> breakOffLost(Duration silence) {
        return pool.preparedQuery("""
                        update import set state = 'broken', ended_at = now() where id in (
                            select id from import
                            where state = 'running' and alive_at < now() - make_interval(secs => $1)
                            for update skip locked)""")
                .execute(Tuple.of((double) silence.toSeconds()))
                .map(SqlResult::rowCount);
    }

    @Override
    public Uni<Optional<Import>> find(UUID id) {
        return pool.preparedQuery("""
                        select id, dataset, source, format, state, rows, accepted, unchanged, refused, turns, responses,
                               anonymised::text as anonymised, started_at, ended_at
                        from import where id = $1""")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlImportStore::toDomain)
                        .findFirst());
    }

    @Override
    public Uni<List<Refusal>> refusals(UUID id, long after, int limit) {
        return pool.preparedQuery("""
                        select line, reason, field, detail from import_refusal
                        where import_id = $1 and line > $2 order by line limit $3""")
                .execute(Tuple.of(id, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Refusal(
                                row.getLong("line"),
                                row.getString("reason"),
                                row.getString("field"),
                                row.getString("detail")))
                        .toList());
    }

    private static Import toDomain(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        String anonymised = row.getString("anonymised");
        return new Import(
                row.getUUID("id"),
                row.getString("dataset"),
                row.getString("source"),
                row.getString("format"),
                anonymised != null,
                ImportState.of(row.getString("state")),
                new ImportCounts(
                        row.getLong("rows"),
                        row.getLong("accepted"),
                        row.getLong("unchanged"),
                        row.getLong("refused"),
                        row.getLong("turns"),
                        row.getLong("responses"),
                        anonymised == null ? PersonalDataCounts.NONE : read(anonymised)),
                row.getOffsetDateTime("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static String write(PersonalDataCounts counts) {
        try {
            return Json.mapper().writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PersonalDataCounts read(String counts) {
        try {
            return Json.mapper().readValue(counts, PersonalDataCounts.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
