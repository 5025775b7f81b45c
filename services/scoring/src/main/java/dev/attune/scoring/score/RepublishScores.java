package dev.attune.scoring.score;

import dev.attune.foundation.messaging.OutboxMessage;
import dev.attune.foundation.messaging.Republish;
import dev.attune.foundation.messaging.Republish.Chunk;
import dev.attune.model.message.MessageType;
import dev.attune.model.message.TurnScored;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the current scores of a dataset once more. */
@Singleton
public class RepublishScores {

    private static final int CHUNK = 500;

    private final ScoreStore store;
    private final Republish republish;

    RepublishScores(ScoreStore store, Republish republish) {
        this.store = store;
        this.republish = republish;
    }

    /** Republishes every score of the dataset; the number of them. */
    public Uni<Long> of(String dataset) {
        String[] datasets = {dataset};
        return republish.all((SqlConnection connection, @Nullable UUID after) ->
                store.list(connection, datasets, after, CHUNK).map(RepublishScores::chunk));
    }

    private static Chunk<UUID> chunk(List<CurrentScore> scores) {
        List<TurnScored> messages = scores.stream().map(CurrentScore::score).toList();
        return new Chunk<>(
                messages.stream()
                        .map(score -> new OutboxMessage(MessageType.TURN_SCORED, score.conversationId(), score))
                        .toList(),
                messages.isEmpty() ? null : messages.getLast().turnId());
    }
}
