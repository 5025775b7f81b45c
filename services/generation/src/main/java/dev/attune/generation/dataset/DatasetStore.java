package dev.attune.generation.dataset;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where datasets are kept. To be called on a Vert.x event loop; each call is a transaction of its own. */
public interface DatasetStore {

    /** The dataset of this name. */
    Uni<Optional<Dataset>> find(String name);

    /**
     * Datasets in the order of their names.
     *
     * @param names only these; null for all
     * @param after only what comes after this name; null from the start
     * @param limit how many at most
     */
    Uni<List<Dataset>> list(@Nullable Set<String> names, @Nullable String after, int limit);

    /** Adds a dataset; false, and nothing done, where the name is taken. */
    Uni<Boolean> add(Dataset dataset);
}
