package dev.attune.foundation.messaging;

import dev.attune.foundation.problem.DatabaseFaults;
import dev.attune.foundation.problem.WordlessFailure;
import dev.attune.foundation.tracing.BatchTrace;
import dev.attune.foundation.tracing.MessageTraces;
import dev.attune.model.Json;
import dev.attune.model.message.MessageType;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Applies a batch of records as one unit. While the database is away the batch waits and is tried again; a batch that
 * fails for another reason is halved until the records at fault stand alone, and those become dead letters. When the
 * returned {@code Uni} completes, every record is either applied or a dead letter, and the batch may be acknowledged.
 */
@ApplicationScoped
public class BatchConsumer {

    static final String TYPE_HEADER = "ce_type";

    private static final String UNREADABLE = "unreadable";
    private static final String INAPPLICABLE = "inapplicable";
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private final MessageTraces traces;

    BatchConsumer(DeadLetters deadLetters, MessageTraces traces) {
        this.deadLetters = deadLetters;
        this.traces = traces;
    }

    /**
     * Applies the records of a poll.
     *
     * @param records what was polled, keys and values as bytes
     * @param type the kind of message that this topic carries
     * @param payload its record class, that of {@code type}
     * @param apply applies messages in one transaction; doing it twice must be as doing it once
     */
    public <T extends Record> Uni<Void> consume(
            ConsumerRecords<byte[], byte[]> records,
            MessageType type,
            Class<T> payload,
            Function<List<T>, Uni<Void>> apply) {
        List<Parsed<T>> good = new ArrayList<>(records.count());
        List<DeadLetter> broken = new ArrayList<>();
        BatchTrace trace = traces.begin(records);
        for (ConsumerRecord<byte[], byte[]> item : records) {
            try {
                good.add(new Parsed<>(item, parse(item, type, payload)));
            } catch (IOException | IllegalArgumentException | NullPointerException e) {
                // Records check themselves on construction; whatever they refuse is the message's fault.
                broken.add(DeadLetter.of(item, UNREADABLE, e));
                trace.failed(item, UNREADABLE, e);
            }
        }
        return applyOrBisect(good, apply, trace)
                .chain(() -> retried(() -> deadLetters.save(broken)))
                .onTermination()
                .invoke(trace::end);
    }

    private static <T> T parse(ConsumerRecord<byte[], byte[]> item, MessageType type, Class<T> payload)
            throws IOException {
        String actual = DeadLetter.typeOf(item);
        if (!type.type().equals(actual)) {
            throw new IllegalArgumentException(
                    "expected type " + type.type() + ", got " + (actual == null ? "none" : actual));
        }
        if (item.value() == null) {
            throw new IllegalArgumentException("the message has no payload");
        }
        T message = Json.mapper().readValue(item.value(), payload);
        if (message == null) {
            throw new IllegalArgumentException("the payload is null");
        }
        return message;
    }

    private <T> Uni<Void> applyOrBisect(List<Parsed<T>> batch, Function<List<T>, Uni<Void>> apply, BatchTrace trace) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<T> messages = batch.stream().map(Parsed::message).toList();
        return retried(() -> trace.within(() -> apply.apply(messages)))
                .onFailure()
                .recoverWithUni(failure -> {
                    if (batch.size() == 1) {
                        ConsumerRecord<byte[], byte[]> item = batch.getFirst().item();
                        trace.within(
                                item,
                                () -> Log.error(
                                        "A message could not be applied and becomes a dead letter",
                                        WordlessFailure.of(failure)));
                        trace.failed(item, INAPPLICABLE, failure);
                        DeadLetter letter = DeadLetter.of(item, INAPPLICABLE, failure);
                        return retried(() -> deadLetters.save(List.of(letter)));
                    }
                    int half = batch.size() / 2;
                    return applyOrBisect(batch.subList(0, half), apply, trace)
                            .chain(() -> applyOrBisect(batch.subList(half, batch.size()), apply, trace));
                });
    }

    private static Uni<Void> retried(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(DatabaseFaults::isUnavailable)
                .invoke(failure -> Log.warnf("The database is not available, waiting: %s", failure.getMessage()))
                .onFailure(DatabaseFaults::isUnavailable)
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely();
    }

    private record Parsed<T>(ConsumerRecord<byte[], byte[]> item, T message) {}
}
