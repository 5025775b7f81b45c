package dev.attune.preference.erasure.persistence;

import dev.attune.foundation.erasure.ConversationEraser;
import dev.attune.foundation.persistence.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deletes the turns of conversations, their pairs, and what snapshots hold of them; the snapshots count that. */
@ApplicationScoped
class PostgresConversationEraser implements ConversationEraser {

    private static final String THAW = """
            with taken as (
                delete from snapshot_pair where turn_id = any($1) returning snapshot_id
            ), refused as (
                delete from snapshot_quarantine where turn_id = any($1) returning snapshot_id
            ), gone as (
                select snapshot_id, sum(pairs) as pairs, sum(quarantined) as quarantined
                from (select snapshot_id, 1 as pairs, 0 as quarantined from taken
                      union all select snapshot_id, 0, 1 from refused) as rows
                group by snapshot_id
            )
            update snapshot s set
                erased = s.erased + g.pairs, erased_quarantined = s.erased_quarantined + g.quarantined,
                erased_at = now()
            from gone g where s.id = g.snapshot_id""";

    /** In the order that the references between the tables ask for. */
    private static final List<String> DELETES = List.of(
            THAW,
            "delete from pair where turn_id = any($1)",
            "delete from ranking where turn_id = any($1)",
            "delete from response where turn_id = any($1)",
            "delete from prompt where turn_id = any($1)",
            "delete from turn where id = any($1)");

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        return connection
                .preparedQuery("select id from turn where conversation_id = any($1)")
                .execute(ids(conversations))
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("id"))))
                .chain(turns -> delete(connection, ids(turns)));
    }

    private static Uni<Void> delete(SqlConnection connection, Tuple turns) {
        Uni<Void> deleted = Uni.createFrom().voidItem();
        for (String delete : DELETES) {
            deleted = deleted.chain(
                    () -> connection.preparedQuery(delete).execute(turns).replaceWithVoid());
        }
        return deleted;
    }

    private static Tuple ids(Set<UUID> ids) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    }
}
