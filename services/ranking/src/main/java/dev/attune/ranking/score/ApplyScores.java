package dev.attune.ranking.score;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.messaging.Latest;
import dev.attune.model.message.TurnScored;
import dev.attune.ranking.strength.RankTurns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes over how turns were scored, and ranks those that can be ranked with it. */
@ApplicationScoped
public class ApplyScores {

    private final Erasures erasures;
    private final ScoreStore scores;
    private final RankTurns rankTurns;

    ApplyScores(Erasures erasures, ScoreStore scores, RankTurns rankTurns) {
        this.erasures = erasures;
        this.scores = scores;
        this.rankTurns = rankTurns;
    }

    /** Applies messages in any order and any number of times; scores that are known in this revision stay as they are. */
    public Uni<Void> apply(SqlConnection connection, List<TurnScored> messages) {
        List<TurnScore> latest = Latest.of(messages, TurnScored::turnId, TurnScored::revision).stream()
                .map(TurnScore::from)
                .toList();
        return erasures.living(connection, latest, TurnScore::conversationId)
                .chain(living -> scores.save(connection, living))
                .chain(saved -> rankTurns.rank(connection, saved));
    }
}
