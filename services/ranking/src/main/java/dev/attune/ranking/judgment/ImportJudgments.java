package dev.attune.ranking.judgment;

import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnChanged;
import dev.attune.ranking.comparison.ComparisonStore;
import dev.attune.ranking.judgment.JudgmentStore.ImportedPreference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes judgments of origin {@code imported} out of the preferences that turns were imported with, each once. */
@ApplicationScoped
public class ImportJudgments {

    private final JudgmentStore judgments;
    private final ComparisonStore comparisons;
    private final Outbox outbox;

    ImportJudgments(JudgmentStore judgments, ComparisonStore comparisons, Outbox outbox) {
        this.judgments = judgments;
        this.comparisons = comparisons;
        this.outbox = outbox;
    }

    /** Makes what is missing for these turns, whose comparisons are made. */
    public Uni<Void> importFrom(SqlConnection connection, List<TurnChanged> turns) {
        List<ImportedPreference> preferences =
                turns.stream().flatMap(ImportJudgments::preferencesOf).toList();
        if (preferences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return judgments
                .insertImported(connection, preferences)
                .chain(added -> added.isEmpty() ? Uni.createFrom().voidItem() : publish(connection, added));
    }

    private Uni<Void> publish(SqlConnection connection, List<Judgment> added) {
        List<UUID> turns = added.stream().map(Judgment::turnId).distinct().toList();
        List<OutboxMessage> messages = added.stream()
                .map(judgment ->
                        new OutboxMessage(MessageType.JUDGMENT_RECORDED, judgment.conversationId(), judgment.message()))
                .toList();
        return comparisons.markImported(connection, turns).chain(() -> outbox.append(connection, messages));
    }

    private static Stream<ImportedPreference> preferencesOf(TurnChanged turn) {
        return turn.preferences().stream()
                .map(preference -> new ImportedPreference(turn.turnId(), preference.chosen(), preference.rejected()));
    }
}
