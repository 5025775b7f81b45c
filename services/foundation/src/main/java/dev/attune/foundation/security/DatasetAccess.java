package dev.attune.foundation.security;

import dev.attune.foundation.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The datasets that a caller may see.
 *
 * @param all every dataset
 * @param names these, where not all
 */
public record DatasetAccess(boolean all, Set<String> names) {

    public DatasetAccess {
        names = Set.copyOf(names);
    }

    /** Whether this dataset may be seen. */
    public boolean allows(String dataset) {
        return all || names.contains(dataset);
    }

    /**
     * Ends the request with 403 where the dataset may not be seen; whether it exists is not told.
     *
     * @return the dataset's name
     */
    public String require(String dataset) {
        if (!allows(dataset)) {
            throw ProblemException.forbidden("The token does not give access to this dataset");
        }
        return dataset;
    }

    /**
     * The filter for a query, as a parameter of {@code ($1::text[] is null or dataset = any($1))}: null for all.
     */
    public String @Nullable [] filter() {
        return all ? null : names.toArray(String[]::new);
    }
}
