package dev.attune.foundation.availability;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pool of connections, with an end to every wait that the client by itself would leave open: for a connection to be
 * made, for one to be free, and for a server that took a statement and says nothing more.
 */
@Singleton
class BoundedPool implements PgPoolCreator {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ACQUIRE = Duration.ofSeconds(10);

    private final Duration silence;
    private volatile List<PgConnectOptions> servers = List.of();

    /**
     * @param silence how long a statement may run without a word of the server before its connection counts as lost
     */
    BoundedPool(@ConfigProperty(name = "attune.database.silence", defaultValue = "5M") Duration silence) {
        this.silence = silence;
    }

    @Override
    public Pool create(Input input) {
        servers = List.copyOf(input.pgConnectOptionsList());
        List<SqlConnectOptions> bounded = servers.stream()
                .<SqlConnectOptions>map(options -> bounded(options, silence))
                .toList();
        input.poolOptions().setConnectionTimeout((int) ACQUIRE.toSeconds()).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(bounded)
                .using(input.vertx())
                .build();
    }

    /** How to connect besides the pool, giving up after a silence of the given length; empty before the pool is made. */
    Optional<PgConnectOptions> server(Duration givingUpAfter) {
        return servers.stream().findFirst().map(options -> bounded(options, givingUpAfter));
    }

    private static PgConnectOptions bounded(PgConnectOptions options, Duration silence) {
        PgConnectOptions bounded = new PgConnectOptions(options);
        bounded.setConnectTimeout((int) CONNECT.toMillis());
        bounded.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        bounded.setReadIdleTimeout((int) silence.toMillis());
        return bounded;
    }
}
