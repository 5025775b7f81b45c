package dev.attune.model.problem;

import java.util.Locale;

/** Every kind of error that the platform answers with: its stable type URI, its title and its HTTP status. */
public enum ProblemType {
    VALIDATION(400, "The request breaks a rule"),
    MALFORMED(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The asked media type is not offered"),
    CONFLICT(409, "The request contradicts the present state"),
    LENGTH_REQUIRED(411, "The length of the body must be stated"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    INTERNAL(500, "Something went wrong here"),
    UNAVAILABLE(503, "A part of the platform is not available now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** What the kind of error means, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The URI that names the kind of error. */
    public String uri() {
        return "urn:attune:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of error that fits an HTTP status which was not raised here. */
    public static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED;
    }
}
