package dev.attune.ranking.erasure.persistence;

import dev.attune.foundation.erasure.ConversationEraser;
import dev.attune.foundation.persistence.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deletes the turns of conversations with all that was made of them. */
@ApplicationScoped
class PostgresConversationEraser implements ConversationEraser {

    /** A score may be here without its turn; a ranking's row is never without one of the two. */
    private static final String FIND_TURNS = """
            select id from turn where conversation_id = any($1)
            union select turn_id from score where conversation_id = any($1)""";

    /** In the order that the references between the tables ask for. */
    private static final List<String> DELETES = List.of(
            "delete from lease where comparison_id in (select id from comparison where turn_id = any($1))",
            "delete from judgment where turn_id = any($1)",
            "delete from comparison where turn_id = any($1)",
            "delete from response where turn_id = any($1)",
            "delete from ranking where turn_id = any($1)",
            "delete from score where turn_id = any($1)",
            "delete from turn where id = any($1)");

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        return connection
                .preparedQuery(FIND_TURNS)
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
