package dev.attune.foundation.paging;

import dev.attune.foundation.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a paged list, for {@code @BeanParam}. */
public class PageRequest {

    private static final int LARGEST = 500;

    /** Items a page, 1 to 500. */
    @QueryParam("limit")
    @DefaultValue("50")
    public int limit;

    /** The cursor of the page before; absent for the first. */
    @QueryParam("after")
    public @Nullable String after;

    /** The checked size of the page. */
    public int limit() {
        if (limit < 1 || limit > LARGEST) {
            throw ProblemException.validation("limit", "must be 1 to " + LARGEST);
        }
        return limit;
    }

    /** The cursor of a list in the order of identifiers; null for the first page. */
    public @Nullable UUID afterId() {
        if (after == null) {
            return null;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw ProblemException.validation("after", "is no cursor of this list");
        }
    }
}
