package dev.attune.scoring.registry;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the models that were ever registered. */
public interface ModelRegister {

    /**
     * Models, newest first.
     *
     * @param before only those with a smaller number; null for all
     * @param limit how many at most
     */
    Uni<List<ModelEntry>> list(@Nullable Long before, int limit);
}
