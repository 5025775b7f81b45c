package dev.attune.foundation.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox to the broker in its order and deletes what the broker has acknowledged. Of several replicas one
 * does it at a time, by an advisory lock. It is woken after each commit and looks by itself every 50 ms, so that what
 * another replica or a former life left behind is sent too. A row may be sent twice when the process dies between the
 * acknowledgement and the delete; consumers take that.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final long IDLE_MILLIS = 50;
    private static final long BACK_OFF_MILLIS = 500;
    private static final int BATCH = 500;
    /** The advisory lock's number, unique within a service's use of such locks; the schema is hashed into it. */
    private static final String LOCK = "hashtext(current_schema() || '.outbox')";

    private final Pool pool;
    private final MutinyEmitter<byte[]> emitter;
    private final Counter published;
    private final Timer sending;
    private final OutboxAge age;
    private final LettersWaiting letters;
    private final OutgoingMessages messages;
    private final Context context;

    // Touched on the relay's own context alone.
    private boolean busy;
    private boolean again;
    private boolean stopped = true;
    private @Nullable Long timer;

    OutboxRelay(
            Pool pool,
            @Channel("outbox-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            MeterRegistry meters,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.emitter = emitter;
        this.published = meters.counter("attune.outbox.published");
        this.sending = meters.timer("attune.outbox.sending");
        this.age = new OutboxAge(meters);
        this.letters = new LettersWaiting(pool, meters);
        this.messages = new OutgoingMessages(service);
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent event) {
        context.runOnContext(ignored -> {
            stopped = false;
            cycle();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        context.runOnContext(ignored -> stopped = true);
    }

    /** Says that there is something to send; cheap, from any thread. */
    public void wake() {
        context.runOnContext(ignored -> cycle());
    }

    private void cycle() {
        if (stopped) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        if (timer != null) {
            context.owner().cancelTimer(timer);
            timer = null;
        }
        busy = true;
        again = false;
        publishBatch()
                .subscribe()
                .with(sent -> context.runOnContext(ignored -> next(sent > 0 || again ? 0 : IDLE_MILLIS)), failure -> {
                    Log.warnf("The outbox could not be sent, trying again: %s", failure.getMessage());
                    context.runOnContext(ignored -> next(BACK_OFF_MILLIS));
                });
    }

    private void next(long delayMillis) {
        busy = false;
        if (delayMillis == 0) {
            cycle();
        } else {
            timer = context.owner().setTimer(delayMillis, ignored -> {
                timer = null;
                context.runOnContext(now -> cycle());
            });
        }
    }

    private Uni<Integer> publishBatch() {
        return pool.query("select created_at from outbox order by id limit 1")
                .execute()
                .invoke(rows -> age.observe(oldest(rows)))
                .call(letters::refresh)
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(0) : pool.withTransaction(this::publishLocked));
    }

    private static @Nullable Instant oldest(RowSet<Row> rows) {
        return rows.size() == 0
                ? null
                : rows.iterator().next().getOffsetDateTime("created_at").toInstant();
    }

    private Uni<Integer> publishLocked(SqlConnection connection) {
        return connection
                .preparedQuery("""
                        select id, message_id, topic, key, type, payload, traceparent, created_at from outbox
                        where (select pg_try_advisory_xact_lock(%s)) order by id limit $1""".formatted(LOCK))
                .execute(Tuple.of(BATCH))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(0) : sendAndDelete(connection, rows));
    }

    private Uni<Integer> sendAndDelete(SqlConnection connection, RowSet<Row> rows) {
        List<Uni<Void>> sends = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> emitter.sendMessage(messages.of(row)))
                .toList();
        Long[] ids = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("id"))
                .toArray(Long[]::new);
        Timer.Sample sample = Timer.start();
        return Uni.join()
                .all(sends)
                .andFailFast()
                .invoke(() -> sample.stop(sending))
                .chain(() -> connection
                        .preparedQuery("delete from outbox where id = any($1)")
                        .execute(Tuple.of(ids)))
                .map(deleted -> ids.length)
                .invoke(count -> published.increment(count));
    }
}
