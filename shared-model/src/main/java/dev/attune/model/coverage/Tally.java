package dev.attune.model.coverage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts by name. Not thread-safe. */
final class Tally {

    private final Map<String, Integer> counts = new HashMap<>();

    /** Counts one; what has no name is not counted. */
    void add(@Nullable String name) {
        if (name != null) {
            counts.merge(name, 1, Integer::sum);
        }
    }

    int of(String name) {
        return counts.getOrDefault(name, 0);
    }
}
