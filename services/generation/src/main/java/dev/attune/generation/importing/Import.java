package dev.attune.generation.importing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param id the import
 * @param dataset the dataset that it fills
 * @param source the name of what sent it
 * @param format the format of its rows
 * @param anonymise whether its dataset anonymises
 * @param state how far it is
 * @param counts what it has brought so far
 * @param startedAt when its first byte was waited for
 * @param endedAt when it was done or broke; null before
 */
public record Import(
        UUID id,
        String dataset,
        String source,
        String format,
        boolean anonymise,
        ImportState state,
        ImportCounts counts,
        Instant startedAt,
        @Nullable Instant endedAt) {}
