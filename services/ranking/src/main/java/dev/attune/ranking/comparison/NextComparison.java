package dev.attune.ranking.comparison;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.ranking.comparison.LeaseStore.Ask;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Gives a rater the next comparison. Of one comparison there are never more judgments and live leases together than
 * the overlap allows, however many ask at once: whoever wants to add one holds the comparison's row lock.
 */
@ApplicationScoped
public class NextComparison {

    private final Erasures erasures;
    private final LeaseStore leases;
    private final Transactions transactions;
    private final ComparisonConfig config;
    private final RandomGenerator random;

    NextComparison(
            Erasures erasures,
            LeaseStore leases,
            Transactions transactions,
            ComparisonConfig config,
            RandomGenerator random) {
        this.erasures = erasures;
        this.leases = leases;
        this.transactions = transactions;
        this.config = config;
        this.random = random;
    }

    /**
     * The comparison that is the rater's now: the one taken before, as it was, or a new one.
     *
     * @return nothing where there is nothing left for this rater to do, or others are doing it
     */
    public Uni<Optional<Assignment>> find(String dataset, String rater) {
        Ask ask = new Ask(dataset, rater, config.overlap());
        return leases.deleteExpired(dataset).chain(() -> attempt(ask, false));
    }

    /**
     * Every attempt is a transaction of its own, so that none waits for one comparison while it holds another. Passing
     * by what is locked keeps raters from queueing for the same comparison; only when nothing else is left is it worth
     * to wait and see whether those who held it leave room.
     */
    private Uni<Optional<Assignment>> attempt(Ask ask, boolean patient) {
        return transactions.run(connection -> tryOnce(connection, ask, patient)).chain(result -> switch (result) {
            case Result.Given given -> Uni.createFrom().item(Optional.of(given.assignment()));
            case Result.Taken _ -> attempt(ask, false);
            case Result.Nothing _ -> patient ? Uni.createFrom().item(Optional.empty()) : attempt(ask, true);
        });
    }

    private Uni<Result> tryOnce(SqlConnection connection, Ask ask, boolean patient) {
        return erasures.hold(connection)
                .chain(() -> leases.begin(connection, ask))
                .chain(() -> leases.findLive(connection, ask))
                .chain(own -> own.isPresent()
                        ? Uni.createFrom().item(new Result.Given(own.get()))
                        : leases.lockCandidate(connection, ask, patient)
                                .chain(candidate -> candidate.isPresent()
                                        ? take(connection, ask, candidate.get())
                                        : Uni.createFrom().item(new Result.Nothing())));
    }

    private Uni<Result> take(SqlConnection connection, Ask ask, UUID candidate) {
        return leases.insert(connection, ask, candidate, random.nextBoolean(), config.lease())
                .chain(taken -> taken
                        ? leases.findLive(connection, ask)
                                .map(own -> own.<Result>map(Result.Given::new).orElseGet(Result.Taken::new))
                        : Uni.createFrom().item(new Result.Taken()));
    }

    private sealed interface Result {
        record Given(Assignment assignment) implements Result {}

        /** Others were faster; there may be more. */
        record Taken() implements Result {}

        record Nothing() implements Result {}
    }
}
