package dev.attune.foundation.messaging;

import dev.attune.foundation.tracing.Traceparent;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** Makes rows of the outbox the messages that the broker gets. */
final class OutgoingMessages {

    private final String source;

    /**
     * @param service the name of the service that sends
     */
    OutgoingMessages(String service) {
        this.source = "/attune/" + service;
    }

    Message<byte[]> of(Row row) {
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(row.getString("topic"))
                .withKey(bytes(row.getBuffer("key")))
                .withHeaders(headers(row))
                .build();
        return Message.of(bytes(row.getBuffer("payload")), Metadata.of(metadata));
    }

    /**
     * The CloudEvents attributes in the binary mode of its Kafka binding. A message without a type, which only a dead
     * letter sent again can be, is no CloudEvent and has none of them: readers may refuse a half of them.
     */
    private Headers headers(Row row) {
        String type = row.getString("type");
        if (type == null) {
            return new RecordHeaders();
        }
        Headers headers = new RecordHeaders();
        String trace = row.getString("traceparent");
        if (trace != null) {
            // Once for whoever follows the transport, and once as CloudEvents' extension for distributed tracing.
            headers.add(Traceparent.HEADER, bytes(trace)).add("ce_" + Traceparent.HEADER, bytes(trace));
        }
        OffsetDateTime time = row.getOffsetDateTime("created_at");
        return headers.add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(row.getUUID("message_id").toString()))
                .add(BatchConsumer.TYPE_HEADER, bytes(type))
                .add("ce_source", bytes(source))
                .add("ce_time", bytes(time.toInstant().toString()))
                .add("content-type", bytes("application/json"));
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
