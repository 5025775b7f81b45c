package dev.attune.generation.erasure;

import dev.attune.foundation.erasure.EraseConversations;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.problem.DatabaseFaults;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.DatasetAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Erases a conversation, or a dataset with all that is in it, and has the other services do the same. */
@ApplicationScoped
public class EraseData {

    private static final int RETRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);

    private final Transactions transactions;
    private final EraseConversations eraseConversations;
    private final ErasureStore store;

    EraseData(Transactions transactions, EraseConversations eraseConversations, ErasureStore store) {
        this.transactions = transactions;
        this.eraseConversations = eraseConversations;
        this.store = store;
    }

    /**
     * Erases the conversation.
     *
     * @throws ProblemException (in the returned Uni) not found, where there is none, or none that may be seen
     */
    public Uni<Void> conversation(UUID id, DatasetAccess access) {
        return run(connection -> store.findDataset(connection, id)
                .map(found ->
                        found.filter(access::allows).orElseThrow(() -> ProblemException.notFound("conversation", id)))
                .chain(dataset -> erase(connection, dataset, Set.of(id))));
    }

    /**
     * Erases the dataset. An import that fills it meanwhile ends.
     *
     * @throws ProblemException (in the returned Uni) not found, where there is none
     */
    public Uni<Void> dataset(String name) {
        return run(connection -> store.lockDataset(connection, name)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.notFound("dataset", name);
                    }
                })
                .chain(() -> store.findConversations(connection, name))
                .chain(conversations -> erase(connection, name, conversations))
                .chain(() -> store.deleteDataset(connection, name)));
    }

    /** The message goes last, since erasing a conversation empties the outbox of it. */
    private Uni<Void> erase(SqlConnection connection, String dataset, Set<UUID> conversations) {
        return eraseConversations
                .erase(connection, conversations)
                .chain(() -> store.announce(connection, dataset, conversations));
    }

    /** The relay deletes from the outbox in an order of its own, so that the two may meet in a circle. */
    private Uni<Void> run(Function<SqlConnection, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> transactions.run(
                        connection -> eraseConversations.begin(connection).chain(() -> work.apply(connection))))
                .onFailure(DatabaseFaults::isUnavailable)
                .retry()
                .withBackOff(FIRST_WAIT)
                .atMost(RETRIES);
    }
}
