package dev.attune.preference.snapshot;

import dev.attune.preference.pair.Origin;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot is to hold.
 *
 * @param dataset the dataset's name
 * @param name the snapshot's name, unique in its dataset
 * @param origins pairs of these origins alone
 * @param minProbability how probable the order of an automated pair must be, 0.5 to 1; null where being eligible is
 *     enough. Pairs that people judged are taken whatever it says
 */
public record Selection(
        String dataset,
        String name,
        Set<Origin> origins,
        @Nullable Double minProbability) {

    public Selection {
        origins = Set.copyOf(origins);
    }
}
