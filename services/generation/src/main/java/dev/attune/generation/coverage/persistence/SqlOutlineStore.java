package dev.attune.generation.coverage.persistence;

import dev.attune.generation.conversation.persistence.Outlines;
import dev.attune.generation.coverage.OutlineStore;
import dev.attune.model.coverage.Outline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads outlines in chunks by the index on dataset and id. */
@ApplicationScoped
class SqlOutlineStore implements OutlineStore {

    private static final int CHUNK = 1_000;

    private final Pool pool;

    SqlOutlineStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Chunk> read(String dataset, @Nullable UUID after) {
        return pool.preparedQuery("""
                        select id, outline::text,
                               (select count(*)::integer from turn where conversation_id = c.id) as turns
                        from conversation c
                        where dataset = $1 and ($2::uuid is null or id > $2)
                        order by id limit $3""").execute(Tuple.of(dataset, after, CHUNK)).map(rows -> {
            List<Outline> outlines = new ArrayList<>();
            @Nullable UUID last = null;
            for (Row row : rows) {
                @Nullable Outline outline = Outlines.parse(row.getString("outline"));
                outlines.add(outline == null ? Outline.unlabelled(row.getInteger("turns")) : outline);
                last = row.getUUID("id");
            }
            return new Chunk(outlines, last);
        });
    }
}
