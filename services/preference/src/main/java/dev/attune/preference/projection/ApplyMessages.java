package dev.attune.preference.projection;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.messaging.Latest;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnScored;
import dev.attune.preference.combination.CombineTurns;
import dev.attune.preference.combination.RankingRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Applies batches of messages, each in one transaction, in which the pairs that they touch are made anew. Messages of
 * erased conversations are dropped.
 */
@ApplicationScoped
public class ApplyMessages {

    private final Transactions transactions;
    private final Erasures erasures;
    private final TurnStore store;
    private final CombineTurns combineTurns;

    ApplyMessages(Transactions transactions, Erasures erasures, TurnStore store, CombineTurns combineTurns) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.store = store;
        this.combineTurns = combineTurns;
    }

    /** Applies turns. */
    public Uni<Void> turns(List<TurnChanged> messages) {
        List<TurnChanged> latest = Latest.of(messages, TurnChanged::turnId, TurnChanged::revision);
        return transactions.run(connection -> erasures.living(connection, latest, TurnChanged::conversationId)
                .chain(living -> store.saveTurns(connection, living))
                .chain(changed -> combineTurns.combine(connection, changed)));
    }

    /** Applies scores, of which no more is kept than how far they are. */
    public Uni<Void> scores(List<TurnScored> messages) {
        List<TurnScored> latest = Latest.of(messages, TurnScored::turnId, TurnScored::revision);
        return transactions.run(connection -> erasures.living(connection, latest, TurnScored::conversationId)
                .chain(living -> store.saveScores(connection, living)));
    }

    /**
     * Applies rankings.
     *
     * @throws IllegalArgumentException if one of them breaks a rule
     */
    public Uni<Void> rankings(List<TurnRanked> messages) {
        messages.forEach(RankingRule::check);
        List<TurnRanked> latest = Latest.of(messages, TurnRanked::turnId, TurnRanked::revision);
        return transactions.run(connection -> erasures.living(connection, latest, TurnRanked::conversationId)
                .chain(living -> store.saveRankings(connection, living))
                .chain(changed -> combineTurns.combine(connection, changed)));
    }
}
