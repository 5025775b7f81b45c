package dev.attune.preference.snapshot.persistence;

import dev.attune.foundation.persistence.Rows;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.model.Ids;
import dev.attune.preference.pair.Coded;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Reason;
import dev.attune.preference.snapshot.RefusedPair;
import dev.attune.preference.snapshot.Selection;
import dev.attune.preference.snapshot.Snapshot;
import dev.attune.preference.snapshot.SnapshotStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps snapshots in PostgreSQL. */
@ApplicationScoped
class PostgresSnapshotStore implements SnapshotStore {

    /**
     * One statement sees one state of the database, so what is taken and what is refused come of the same moment. The
     * order never changes again: it is written down as positions.
     */
    private static final String FREEZE = """
            with considered as materialized (
                select p.*, t.conversation_id, t.number,
                    case when p.reason is not null then p.reason
                         when p.origin = 'automated' and p.probability < $4 then 'undecided' end as refusal
                from pair p join turn t on t.id = p.turn_id
                where p.dataset = $2 and p.origin = any($3)
            ), taken as (
                insert into snapshot_pair (snapshot_id, position, pair_id, turn_id, chosen, rejected, probability,
                    margin, origin, judgments, model, ranking_revision)
                select $1, row_number() over (order by conversation_id, number, turn_id, a, b), id, turn_id, chosen,
                    rejected, probability, margin, origin, judgments, model, ranking_revision
                from considered where refusal is null
                returning origin
            ), refused as (
                insert into snapshot_quarantine (snapshot_id, pair_id, turn_id, a, b, origin, reason, probability,
                    model, ranking_revision)
                select $1, id, turn_id, a, b, origin, refusal, probability, model, ranking_revision
                from considered where refusal is not null
                returning reason
            )
            update snapshot set
                pairs = (select count(*) from taken),
                origins = (select coalesce(jsonb_object_agg(origin, count), '{}')
                           from (select origin, count(*) from taken group by origin) as o),
                quarantined = (select coalesce(jsonb_object_agg(reason, count), '{}')
                               from (select reason, count(*) from refused group by reason) as r)
            where id = $1
            returning *""";

    private final Pool pool;

    PostgresSnapshotStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Snapshot>> freeze(SqlConnection connection, Selection selection, String createdBy) {
        UUID id = Ids.next();
        String[] origins =
                selection.origins().stream().sorted().map(Origin::code).toArray(String[]::new);
        Tuple asked = Tuple.tuple()
                .addUUID(id)
                .addString(selection.dataset())
                .addString(selection.name())
                .addArrayOfString(origins)
                .addDouble(selection.minProbability())
                .addString(createdBy);
        Tuple chosen = Tuple.tuple()
                .addUUID(id)
                .addString(selection.dataset())
                .addArrayOfString(origins)
                .addDouble(selection.minProbability());
        return connection
                .preparedQuery("""
                        insert into snapshot (id, dataset, name, asked_origins, min_probability, created_by)
                        values ($1, $2, $3, $4, $5, $6) on conflict (dataset, name) do nothing""")
                .execute(asked)
                .chain(inserted -> inserted.rowCount() == 0
                        ? Uni.createFrom().item(Optional.<Snapshot>empty())
                        : connection.preparedQuery(FREEZE).execute(chosen).map(PostgresSnapshotStore::first));
    }

    @Override
    public Uni<Optional<Snapshot>> find(UUID id, DatasetAccess access) {
        return pool.preparedQuery("""
                        select * from snapshot where id = $1 and ($2::text[] is null or dataset = any($2))""")
                .execute(Tuple.tuple().addUUID(id).addArrayOfString(access.filter()))
                .map(PostgresSnapshotStore::first);
    }

    private static Optional<Snapshot> first(RowSet<Row> rows) {
        return Rows.first(rows, SnapshotRows::snapshot);
    }

    @Override
    public Uni<List<Snapshot>> list(DatasetAccess access, @Nullable String dataset, @Nullable UUID after, int limit) {
        return pool.preparedQuery("""
                        select * from snapshot
                        where ($1::text[] is null or dataset = any($1)) and ($2::text is null or dataset = $2)
                          and ($3::uuid is null or id > $3)
                        order by id limit $4""")
                .execute(Tuple.tuple()
                        .addArrayOfString(access.filter())
                        .addString(dataset)
                        .addUUID(after)
                        .addInteger(limit))
                .map(rows -> Rows.list(rows, SnapshotRows::snapshot));
    }

    @Override
    public Uni<List<RefusedPair>> listRefused(UUID id, @Nullable UUID after, int limit) {
        return pool.preparedQuery("""
                        select * from snapshot_quarantine
                        where snapshot_id = $1 and ($2::uuid is null or pair_id > $2)
                        order by pair_id limit $3""")
                .execute(Tuple.tuple().addUUID(id).addUUID(after).addInteger(limit))
                .map(rows -> Rows.list(rows, PostgresSnapshotStore::refused));
    }

    private static RefusedPair refused(Row row) {
        return new RefusedPair(
                row.getUUID("pair_id"),
                row.getUUID("turn_id"),
                row.getUUID("a"),
                row.getUUID("b"),
                Coded.of(Origin.class, row.getString("origin")),
                Coded.of(Reason.class, row.getString("reason")),
                row.getDouble("probability"),
                row.getString("model"),
                row.getLong("ranking_revision"));
    }
}
