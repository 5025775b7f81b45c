package dev.attune.preference.progress;

import io.smallrye.mutiny.Uni;

/** Counts how far turns have come. */
public interface ProgressReader {

    /** The counts of one moment; zeros where there is nothing. */
    Uni<Progress> read(ProgressScope scope);
}
