package dev.attune.model.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error (RFC 9457).
 *
 * @param type URI of the kind of error
 * @param title what the kind of error means
 * @param status the HTTP status code
 * @param detail what went wrong this time, written for the caller
 * @param errors every fault found, where there are several places to mend
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, @Nullable String detail, List<Fault> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of this kind. */
    public static Problem of(ProblemType type, @Nullable String detail, List<Fault> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors);
    }

    /**
     * One fault of a request.
     *
     * @param pointer JSON Pointer into the body, or the name of a parameter
     * @param message what is wrong there
     */
    public record Fault(String pointer, String message) {}
}
