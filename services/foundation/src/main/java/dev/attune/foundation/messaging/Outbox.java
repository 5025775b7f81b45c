package dev.attune.foundation.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.foundation.tracing.MessageTraces;
import dev.attune.model.Ids;
import dev.attune.model.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Where messages are put in the transaction of the change that they tell of; the relay sends them afterwards. */
@ApplicationScoped
public class Outbox {

    private final MessageTraces traces;

    Outbox(MessageTraces traces) {
        this.traces = traces;
    }

    /** Adds the messages, in their order, to the transaction of this connection. */
    public Uni<Void> append(SqlConnection connection, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(
                        messages.stream().map(message -> Ids.next()).toArray(UUID[]::new),
                        messages.stream().map(message -> message.type().topic()).toArray(String[]::new),
                        messages.stream()
                                .map(message -> Buffer.buffer(message.key().toString()))
                                .toArray(Buffer[]::new),
                        messages.stream().map(message -> message.type().type()).toArray(String[]::new),
                        messages.stream()
                                .map(message -> write(message.payload()))
                                .toArray(Buffer[]::new))
                .addArrayOfString(messages.stream()
                        .map(message -> traces.header(connection, message.key()))
                        .toArray(String[]::new));
        return connection.preparedQuery("""
                        insert into outbox (message_id, topic, key, type, payload, traceparent)
                        select m.message_id, m.topic, m.key, m.type, m.payload, m.traceparent
                        from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::bytea[], $6::text[])
                             with ordinality as m (message_id, topic, key, type, payload, traceparent, position)
                        order by m.position""").execute(parameters).replaceWithVoid();
    }

    private static Buffer write(Record payload) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(payload));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
