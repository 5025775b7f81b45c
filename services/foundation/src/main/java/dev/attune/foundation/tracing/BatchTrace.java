package dev.attune.foundation.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one batch, a span a record: the batch is one transaction, and yet each record belongs to the trace that
 * it came in, and so do the messages of its key that applying it causes.
 */
public final class BatchTrace {

    static final ContextKey<BatchTrace> KEY = ContextKey.named("attune.batch");

    private final Map<ConsumerRecord<byte[], byte[]>, Span> spans = new IdentityHashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    BatchTrace() {}

    void add(ConsumerRecord<byte[], byte[]> item, int batchSize, Tracer tracer) {
        String key = item.key() == null ? null : new String(item.key(), StandardCharsets.UTF_8);
        SpanBuilder builder = tracer.spanBuilder("process " + item.topic())
                .setParent(Traceparent.context(header(item, Traceparent.HEADER)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", item.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(item.partition()))
                .setAttribute("messaging.kafka.offset", item.offset())
                .setAttribute("messaging.batch.message_count", batchSize);
        String id = header(item, "ce_id");
        if (id != null) {
            builder.setAttribute("messaging.message.id", id);
        }
        String type = header(item, "ce_type");
        if (type != null) {
            builder.setAttribute("attune.message.type", type);
        }
        if (key != null) {
            builder.setAttribute("messaging.kafka.message.key", key);
        }
        Span span = builder.startSpan();
        spans.put(item, span);
        String header = Traceparent.of(span);
        if (key != null && header != null) {
            // Of two messages about one conversation the later one made its state what it is.
            headers.put(key, header);
        }
    }

    @Nullable
    String header(String key) {
        return headers.get(key);
    }

    /** Does the work, with all that it begins, as part of this batch. */
    public <T> T within(Supplier<T> work) {
        if (spans.isEmpty()) {
            return work.get();
        }
        try (Scope ignored = Context.current().with(KEY, this).makeCurrent()) {
            return work.get();
        }
    }

    /** Logs something about one record: the log says which it is and in which trace. */
    public void within(ConsumerRecord<byte[], byte[]> item, Runnable log) {
        Span span = spans.getOrDefault(item, Span.getInvalid());
        try (Scope ignored = span.makeCurrent()) {
            MDC.put("topic", item.topic());
            MDC.put("position", item.partition() + ":" + item.offset());
            log.run();
        } finally {
            MDC.remove("topic");
            MDC.remove("position");
        }
    }

    /**
     * Says that a record could not be applied. The failure's words may be those of a conversation, so its class alone is
     * told.
     *
     * @param reason why, as a code
     */
    public void failed(ConsumerRecord<byte[], byte[]> item, String reason, Throwable failure) {
        Span span = spans.get(item);
        if (span != null) {
            span.setStatus(StatusCode.ERROR, reason)
                    .setAttribute("error.type", failure.getClass().getName());
        }
    }

    /** Ends every span. */
    public void end() {
        spans.values().forEach(Span::end);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> item, String name) {
        Header header = item.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
