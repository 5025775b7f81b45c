package dev.attune.preference.pair.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.foundation.persistence.Rows;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.preference.pair.Coded;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Pair;
import dev.attune.preference.pair.PairCatalogue;
import dev.attune.preference.pair.PairDetail;
import dev.attune.preference.pair.PairFilter;
import dev.attune.preference.pair.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks pairs up in PostgreSQL. */
@ApplicationScoped
class PostgresPairCatalogue implements PairCatalogue {

    private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

    private final Pool pool;

    PostgresPairCatalogue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Pair>> find(PairFilter filter) {
        // Only the conditions that were asked for are in the text, so that each combination gets its own plan.
        List<String> conditions = new ArrayList<>(List.of("true"));
        Tuple values = Tuple.tuple();
        condition(conditions, values, "dataset = any($%d)", filter.access().filter());
        condition(conditions, values, "dataset = $%d", filter.dataset());
        condition(conditions, values, "origin = $%d", code(filter.origin()));
        condition(conditions, values, "state = $%d", code(filter.state()));
        condition(conditions, values, "reason = $%d", code(filter.reason()));
        condition(conditions, values, "id > $%d", filter.after());
        values.addValue(filter.limit());
        String sql =
                "select * from pair where " + String.join(" and ", conditions) + " order by id limit $" + values.size();
        return pool.preparedQuery(sql).execute(values).map(rows -> Rows.list(rows, PostgresPairCatalogue::pair));
    }

    private static void condition(List<String> conditions, Tuple values, String condition, @Nullable Object value) {
        if (value != null) {
            values.addValue(value);
            conditions.add(condition.formatted(values.size()));
        }
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    @Override
    public Uni<Optional<PairDetail>> find(UUID id, DatasetAccess access) {
        return pool.preparedQuery("""
                        select p.*, t.conversation_id, t.number, q.messages, x.text as text_a, y.text as text_b
                        from pair p
                        join turn t on t.id = p.turn_id
                        join prompt q on q.turn_id = p.turn_id
                        join response x on x.id = p.a
                        join response y on y.id = p.b
                        where p.id = $1 and ($2::text[] is null or p.dataset = any($2))""")
                .execute(Tuple.tuple().addUUID(id).addArrayOfString(access.filter()))
                .map(rows -> Rows.first(rows, PostgresPairCatalogue::detail));
    }

    private static PairDetail detail(Row row) {
        return new PairDetail(
                pair(row),
                row.getUUID("conversation_id"),
                row.getInteger("number"),
                messages(row.getString("messages")),
                row.getString("text_a"),
                row.getString("text_b"));
    }

    private static List<Message> messages(String json) {
        try {
            return Json.mapper().readValue(json, MESSAGES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pair pair(Row row) {
        String reason = row.getString("reason");
        return new Pair(
                row.getUUID("id"),
                row.getUUID("turn_id"),
                row.getString("dataset"),
                row.getUUID("a"),
                row.getUUID("b"),
                row.getUUID("chosen"),
                row.getUUID("rejected"),
                row.getDouble("probability"),
                row.getDouble("low"),
                row.getDouble("high"),
                row.getDouble("margin"),
                Coded.of(Origin.class, row.getString("origin")),
                reason == null ? null : Coded.of(Reason.class, reason),
                List.of(row.getArrayOfUUIDs("judgments")),
                row.getString("model"),
                row.getLong("turn_revision"),
                row.getLong("ranking_revision"),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
