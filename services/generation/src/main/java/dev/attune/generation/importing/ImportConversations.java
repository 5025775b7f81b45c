package dev.attune.generation.importing;

import dev.attune.foundation.problem.DatabaseFaults;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.generation.conversation.ConversationFactory;
import dev.attune.generation.dataset.Dataset;
import dev.attune.generation.importing.format.RecordReader;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.model.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;

/**
 * Imports a stream. A batch is read and parsed on a thread of imports, written on the event loop, and only then is the
 * next one read: the sender is slowed down to the pace of the database, and no more than one batch is held.
 */
@ApplicationScoped
public class ImportConversations {

    /** Half a minute in all: as long as a database takes that starts again and replays its log. */
    private static final int RETRIES = 19;

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final ImportStore imports;
    private final WriteBatch writeBatch;
    private final ConversationFactory factory;
    private final Executor threads;
    private final RunningImports running;

    ImportConversations(
            ImportStore imports,
            WriteBatch writeBatch,
            ConversationFactory factory,
            ImportThreads threads,
            RunningImports running) {
        this.imports = imports;
        this.running = running;
        this.writeBatch = writeBatch;
        this.factory = factory;
        this.threads = threads.executor();
    }

    private record Progress(ImportState state, ImportCounts counts) {}

    /**
     * Reads the stream to its end, once the result is waited for. Nobody's ceasing to wait stops it: what was read is
     * written and the import gets its end.
     *
     * @param dataset a dataset that is there
     * @param speakers who is who in transcripts that name the speakers
     * @param eventLoop where the database is talked to
     * @return the import as it ended; a failure only where the database failed, or the dataset was erased
     */
    public Uni<Import> run(
            Dataset dataset,
            String source,
            RecordReader reader,
            Speakers speakers,
            InputStream body,
            Executor eventLoop) {
        Import begun = new Import(
                Ids.next(),
                dataset.name(),
                source,
                reader.format(),
                dataset.anonymise(),
                ImportState.RUNNING,
                ImportCounts.NONE,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null);
        Speakers named = dataset.anonymise() ? speakers.inSecret() : speakers;
        BatchReader batches = new BatchReader(body, plain -> reader.open(plain, named), factory, begun);
        return imports.begin(begun)
                .invoke(there -> {
                    if (!there) {
                        throw ProblemException.notFound("dataset", dataset.name());
                    }
                })
                .invoke(() -> running.begun(begun.id()))
                .chain(() -> readAndWriteAll(begun, batches, eventLoop))
                .map(last -> ended(begun, last))
                .onFailure()
                .call(() -> imports.breakOff(begun.id()).onFailure().recoverWithNull())
                .eventually(() -> running.ended(begun.id()))
                // A memoized source is not cancelled with those who wait for it.
                .memoize()
                .indefinitely();
    }

    private Uni<Progress> readAndWriteAll(Import begun, BatchReader batches, Executor eventLoop) {
        Progress[] latest = {new Progress(ImportState.RUNNING, ImportCounts.NONE)};
        return Uni.createFrom()
                .item(batches::next)
                .runSubscriptionOn(threads)
                .emitOn(eventLoop)
                .chain(batch -> write(begun, batch, latest[0].counts(), eventLoop))
                .invoke(progress -> latest[0] = progress)
                .repeat()
                .whilst(progress -> progress.state() == ImportState.RUNNING)
                .collect()
                .last();
    }

    /** A short absence of the database must not end an import of hours. */
    private Uni<Progress> write(Import begun, Batch batch, ImportCounts before, Executor eventLoop) {
        return Uni.createFrom()
                .deferred(() -> writeBatch.write(begun.id(), batch, before))
                .runSubscriptionOn(eventLoop)
                .onFailure(DatabaseFaults::isUnavailable)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(RETRIES)
                .map(counts -> new Progress(batch.state(), counts));
    }

    private static Import ended(Import begun, Progress last) {
        return new Import(
                begun.id(),
                begun.dataset(),
                begun.source(),
                begun.format(),
                begun.anonymise(),
                last.state(),
                last.counts(),
                begun.startedAt(),
                Instant.now());
    }
}
