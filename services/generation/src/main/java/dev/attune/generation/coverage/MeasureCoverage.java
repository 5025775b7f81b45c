package dev.attune.generation.coverage;

import dev.attune.generation.coverage.OutlineStore.Chunk;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.coverage.Coverage;
import dev.attune.model.coverage.CoverageReport;
import dev.attune.model.coverage.Outline;
import dev.attune.model.vertical.Vertical;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts what a dataset, or the seed corpus, covers. Memory does not grow with the dataset. */
@ApplicationScoped
public class MeasureCoverage {

    private final OutlineStore outlines;

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

    /** The report on the seed corpus. Reads and counts for some tens of milliseconds. */
    public CoverageReport ofCorpus() {
        List<Outline> corpus =
                SeedCorpus.finance().conversations().stream().map(Outline::of).toList();
        return Coverage.measure(Vertical.finance(), corpus);
    }
}
