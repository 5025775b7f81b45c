package dev.attune.foundation.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Joins the traces on both sides of a message; does nothing where tracing is off. */
@ApplicationScoped
public class MessageTraces {

    private final Tracer tracer;
    private final boolean off;
    /** The steps of a transaction come back on threads that know nothing of what they are part of. */
    private final Map<SqlConnection, Context> transactions = new ConcurrentHashMap<>();

    MessageTraces(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = tracer;
        this.off = off;
    }

    /** The work as part of the trace in which this is called. */
    public <T> Function<SqlConnection, Uni<T>> carried(Function<SqlConnection, Uni<T>> work) {
        if (off) {
            return work;
        }
        Context context = Context.current();
        return connection -> {
            transactions.put(connection, context);
            return Uni.createFrom()
                    .deferred(() -> work.apply(connection))
                    .onTermination()
                    .invoke(() -> transactions.remove(connection));
        };
    }

    /**
     * The header for a message that is written now: of the consumed message with the same key where a batch is being
     * applied, else of the request; null where there is neither.
     *
     * @param connection the transaction that it is written in
     * @param key the message's key, a conversation
     */
    public @Nullable String header(SqlConnection connection, UUID key) {
        if (off) {
            return null;
        }
        Context context = transactions.getOrDefault(connection, Context.root());
        BatchTrace batch = context.get(BatchTrace.KEY);
        return batch == null ? Traceparent.of(Span.fromContext(context)) : batch.header(key.toString());
    }

    /** Opens a span for each record of a batch, in the trace that the record's header tells of. */
    public BatchTrace begin(ConsumerRecords<byte[], byte[]> records) {
        BatchTrace batch = new BatchTrace();
        if (!off) {
            for (ConsumerRecord<byte[], byte[]> item : records) {
                batch.add(item, records.count(), tracer);
            }
        }
        return batch;
    }
}
