package dev.attune.preference.progress;

import dev.attune.foundation.security.DatasetAccess;
import java.util.UUID;

/** The turns whose progress is asked for. */
public sealed interface ProgressScope {

    /**
     * The turns that an import brought.
     *
     * @param id the import
     * @param access the datasets that may be seen; an import into another one is as unknown
     */
    record OfImport(UUID id, DatasetAccess access) implements ProgressScope {}

    /**
     * The turns of a dataset.
     *
     * @param name the dataset's name
     */
    record OfDataset(String name) implements ProgressScope {}
}
