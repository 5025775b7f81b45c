package dev.attune.foundation.paging;

import dev.attune.foundation.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a paged list, for {@code @BeanParam}. */
public class PageRequest {

    private static final int LARGEST = 500;

    /** Java would take digits of other scripts too. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Items a page, 1 to 500. A text, since JAX-RS would answer one that is no number with 404. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "Items a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    public String limit = "50";

    /** The cursor of the page before; absent for the first. */
    @QueryParam("after")
    @Parameter(description = "The cursor of the page before; absent for the first")
    public @Nullable String after;

    /** The checked size of the page. */
    public int limit() {
        if (NUMBER.matcher(limit).matches()) {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= LARGEST) {
                return size;
            }
        }
        throw ProblemException.validation("limit", "must be 1 to " + LARGEST);
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
