package dev.attune.foundation.messaging;

import dev.attune.foundation.erasure.Erasures;
import dev.attune.foundation.persistence.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a service told before into its outbox once more, as it is now and with the revision that it has: who knows
 * it changes nothing, who lost it gets it back. Each chunk is a transaction of its own, so neither memory nor locks grow
 * with the number of messages; where it breaks off, what was put until then is sent, and all may be asked for again.
 */
@ApplicationScoped
public class Republish {

    private final Transactions transactions;
    private final Erasures erasures;
    private final Outbox outbox;

    Republish(Transactions transactions, Erasures erasures, Outbox outbox) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.outbox = outbox;
    }

    /**
     * Reads chunks.
     *
     * @param <C> the place of a chunk's end in the order of reading
     */
    @FunctionalInterface
    public interface Source<C> {

        /** The chunk after this place, or the first one; a bounded number of messages. */
        Uni<Chunk<C>> read(SqlConnection connection, @Nullable C after);
    }

    /**
     * A chunk.
     *
     * @param messages to be sent, in this order
     * @param last its end; null where nothing was left to read
     */
    public record Chunk<C>(
            List<OutboxMessage> messages, @Nullable C last) {

        public Chunk {
            messages = List.copyOf(messages);
        }
    }

    /** Republishes everything that the source has; the number of messages. */
    public <C> Uni<Long> all(Source<C> source) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<@Nullable C>(), place -> next(source, place))
                .whilst(chunk -> chunk.last() != null)
                .collect()
                .with(Collectors.summingLong(chunk -> chunk.messages().size()));
    }

    private <C> Uni<Chunk<C>> next(Source<C> source, AtomicReference<@Nullable C> place) {
        return transactions
                .run(connection -> erasures.hold(connection)
                        .chain(() -> source.read(connection, place.get()))
                        .call(chunk -> outbox.append(connection, chunk.messages())))
                .invoke(chunk -> place.set(chunk.last()));
    }
}
