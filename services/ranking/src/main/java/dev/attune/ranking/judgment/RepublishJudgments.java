package dev.attune.ranking.judgment;

import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.foundation.messaging.Republish;
import dev.attune.foundation.messaging.Republish.Chunk;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnRanked;
import dev.attune.ranking.strength.RankingStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the judgments of a dataset, and the rankings made from them, once more. */
@ApplicationScoped
public class RepublishJudgments {

    /** A ranking names every pair of its turn's responses. */
    private static final int RANKINGS = 100;

    private static final int JUDGMENTS = 500;

    private final JudgmentStore judgments;
    private final RankingStore rankings;
    private final Republish republish;

    RepublishJudgments(JudgmentStore judgments, RankingStore rankings, Republish republish) {
        this.judgments = judgments;
        this.rankings = rankings;
        this.republish = republish;
    }

    /** Republishes every ranking and every judgment of the dataset; the number of them together. */
    public Uni<Long> of(String dataset) {
        return republish
                .all((SqlConnection connection, @Nullable UUID after) ->
                        rankings.list(connection, dataset, after, RANKINGS).map(RepublishJudgments::ofRankings))
                .chain(ranked -> republish
                        .all((SqlConnection connection, @Nullable UUID after) -> judgments
                                .list(connection, dataset, after, JUDGMENTS)
                                .map(RepublishJudgments::ofJudgments))
                        .map(judged -> ranked + judged));
    }

    private static Chunk<UUID> ofRankings(List<TurnRanked> rankings) {
        return new Chunk<>(
                rankings.stream()
                        .map(ranking -> new OutboxMessage(MessageType.TURN_RANKED, ranking.conversationId(), ranking))
                        .toList(),
                rankings.isEmpty() ? null : rankings.getLast().turnId());
    }

    private static Chunk<UUID> ofJudgments(List<Judgment> judgments) {
        return new Chunk<>(
                judgments.stream()
                        .map(judgment -> new OutboxMessage(
                                MessageType.JUDGMENT_RECORDED, judgment.conversationId(), judgment.message()))
                        .toList(),
                judgments.isEmpty() ? null : judgments.getLast().id());
    }
}
