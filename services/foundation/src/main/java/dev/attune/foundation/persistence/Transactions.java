package dev.attune.foundation.persistence;

import dev.attune.foundation.messaging.OutboxRelay;
import dev.attune.foundation.tracing.MessageTraces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Runs a use case in one transaction on the PostgreSQL client, and wakes the outbox relay when it is committed. */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final OutboxRelay relay;
    private final MessageTraces traces;

    Transactions(Pool pool, OutboxRelay relay, MessageTraces traces) {
        this.pool = pool;
        this.relay = relay;
        this.traces = traces;
    }

    /** Runs the work; all that it wrote is committed together, or nothing of it where it fails. */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(traces.carried(work)).invoke(relay::wake);
    }
}
