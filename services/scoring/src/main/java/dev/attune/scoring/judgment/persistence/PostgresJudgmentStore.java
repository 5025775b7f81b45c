package dev.attune.scoring.judgment.persistence;

import dev.attune.foundation.erasure.ConversationEraser;
import dev.attune.foundation.persistence.Columns;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.scoring.judgment.JudgmentStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps judgments in the table {@code judgment}. */
@Singleton
class PostgresJudgmentStore implements JudgmentStore, ConversationEraser {

    private static final String SAVE = """
            insert into judgment (judgment_id, dataset, conversation_id, turn_id, left_id, right_id, outcome, degree, judged_at)
            select n.judgment_id, n.dataset, n.conversation_id, n.turn_id, n.left_id, n.right_id, n.outcome, n.degree,
                   n.judged_at::timestamptz
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::integer[],
                        $9::text[]) as n (judgment_id, dataset, conversation_id, turn_id, left_id, right_id, outcome,
                                          degree, judged_at)
            order by n.judgment_id on conflict do nothing""";

    @Override
    public Uni<Void> save(SqlConnection connection, List<JudgmentRecorded> judgments) {
        Tuple parameters = Columns.of(judgments)
                .uuids(JudgmentRecorded::judgmentId)
                .texts(JudgmentRecorded::dataset)
                .uuids(JudgmentRecorded::conversationId)
                .uuids(JudgmentRecorded::turnId)
                .uuids(JudgmentRecorded::left)
                .uuids(JudgmentRecorded::right)
                .texts(judgment -> judgment.outcome().code())
                .integers(JudgmentRecorded::degree)
                .texts(judgment -> judgment.at().toString())
                .tuple();
        return connection.preparedQuery(SAVE).execute(parameters).replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(SqlConnection connection, Set<UUID> conversations) {
        return connection
                .preparedQuery("delete from judgment where conversation_id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(conversations.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
