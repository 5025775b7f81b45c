package dev.attune.generation.coverage;

import dev.attune.generation.coverage.OutlineStore.Chunk;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.coverage.Coverage;
import dev.attune.model.coverage.CoverageReport;
import dev.attune.model.coverage.Outline;
import dev.attune.model.vertical.Vertical;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts what a dataset, or the seed corpus, covers. Memory does not grow with the dataset. */
@ApplicationScoped
public class MeasureCoverage {

    private final OutlineStore outlines;

    /** Counted when it is first asked for, off the event loop; it never changes. */
    private final Uni<CoverageReport> corpus = Uni.createFrom()
            .item(MeasureCoverage::countCorpus)
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .memoize()
            .indefinitely();

    MeasureCoverage(OutlineStore outlines) {
        this.outlines = outlines;
    }

    /** The report on a dataset. */
    public Uni<CoverageReport> ofDataset(String dataset) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<@Nullable UUID>(),
                        place -> outlines.read(dataset, place.get()).invoke(chunk -> place.set(chunk.last())))
                .whilst(chunk -> chunk.last() != null)
                .collect()
                .in(() -> new Coverage(Vertical.finance()), MeasureCoverage::add)
                .map(Coverage::report);
    }

    private static void add(Coverage coverage, Chunk chunk) {
        chunk.outlines().forEach(coverage::add);
    }

    /** The report on the seed corpus. */
    public Uni<CoverageReport> ofCorpus() {
        return corpus;
    }

    private static CoverageReport countCorpus() {
        return Coverage.measure(
                Vertical.finance(),
                SeedCorpus.finance().conversations().stream().map(Outline::of).toList());
    }
}
