package dev.attune.ranking.strength;

import dev.attune.foundation.messaging.Outbox;
import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.model.message.MessageType;
import dev.attune.ranking.strength.RankingStore.Ranked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Ranks turns after a change of anything that a ranking is made from. It is the last step of the transaction of that
 * change: it takes locks that nothing else may be waited for under.
 */
@ApplicationScoped
public class RankTurns {

    private final RankingStore rankings;
    private final Outbox outbox;
    private final StrengthConfig config;

    RankTurns(RankingStore rankings, Outbox outbox, StrengthConfig config) {
        this.rankings = rankings;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Ranks those of these turns that are complete, have two responses or more, and whose present revision is scored;
     * publishes the rankings. A turn whose inputs are as they were is left alone.
     */
    public Uni<Void> rank(SqlConnection connection, Collection<UUID> turns) {
        if (turns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rankings.lock(connection, turns)
                .chain(() -> rankings.findChanged(connection, turns))
                .map(inputs -> inputs.stream().map(this::ranked).toList())
                .chain(ranked -> ranked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : rankings.save(connection, ranked).chain(() -> outbox.append(connection, messages(ranked))));
    }

    private Ranked ranked(RankingInput input) {
        return new Ranked(input, TurnRanking.of(input, config.priorDeviation()));
    }

    private static List<OutboxMessage> messages(List<Ranked> ranked) {
        return ranked.stream()
                .map(item ->
                        new OutboxMessage(MessageType.TURN_RANKED, item.input().conversationId(), item.ranking()))
                .toList();
    }
}
