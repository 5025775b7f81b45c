package dev.attune.generation.dataset;

import dev.attune.foundation.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds a dataset that has to be there. */
@ApplicationScoped
public class FindDataset {

    private final DatasetStore datasets;

    FindDataset(DatasetStore datasets) {
        this.datasets = datasets;
    }

    /** The dataset of this name; fails as not found where there is none. To be called on a Vert.x event loop. */
    public Uni<Dataset> byName(String name) {
        if (!DatasetName.isValid(name)) {
            return Uni.createFrom().failure(ProblemException.notFound("dataset", name));
        }
        return datasets.find(name).map(found -> found.orElseThrow(() -> ProblemException.notFound("dataset", name)));
    }
}
