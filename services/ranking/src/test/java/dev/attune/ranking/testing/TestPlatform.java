package dev.attune.ranking.testing;

import dev.attune.foundation.persistence.Transactions;
import dev.attune.model.Json;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnScored;
import dev.attune.ranking.score.ApplyScores;
import dev.attune.ranking.turn.ApplyTurns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What tests do to the service below its borders, and see of it. */
@ApplicationScoped
public class TestPlatform {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Pool pool;
    private final Transactions transactions;
    private final ApplyTurns applyTurns;
    private final ApplyScores applyScores;

    TestPlatform(Pool pool, Transactions transactions, ApplyTurns applyTurns, ApplyScores applyScores) {
        this.pool = pool;
        this.transactions = transactions;
        this.applyTurns = applyTurns;
        this.applyScores = applyScores;
    }

    public void apply(TurnChanged... turns) {
        run(connection -> applyTurns.apply(connection, List.of(turns)));
    }

    public void apply(TurnScored... scores) {
        run(connection -> applyScores.apply(connection, List.of(scores)));
    }

    public <T> T run(Function<SqlConnection, Uni<T>> work) {
        return transactions.run(work).await().atMost(PATIENCE);
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    public RowSet<Row> sql(String statement, Object... parameters) {
        return await(pool.preparedQuery(statement).execute(Tuple.from(parameters)));
    }

    /** The number in the only column of the only row. */
    public long number(String query, Object... parameters) {
        Number number = (Number) sql(query, parameters).iterator().next().getValue(0);
        return number == null ? 0 : number.longValue();
    }

    /** The last ranking of a turn. */
    public Optional<TurnRanked> ranking(TestTurn turn) {
        for (Row row :
                sql("select body::text as body from ranking where turn_id = $1 and body is not null", turn.id())) {
            try {
                return Optional.of(Json.mapper().readValue(row.getString("body"), TurnRanked.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
