package dev.attune.foundation.problem;

import dev.attune.model.problem.Problem;
import dev.attune.model.problem.Problem.Fault;
import dev.attune.model.problem.ProblemType;
import java.util.List;

/** Ends a request with a problem; the message is written for the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Fault> faults;

    public ProblemException(ProblemType type, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    /** The request breaks rules, each fault names where. */
    public static ProblemException validation(List<Fault> faults) {
        return new ProblemException(ProblemType.VALIDATION, faults.size() + " fault(s) in the request", faults);
    }

    /** The request breaks one rule. */
    public static ProblemException validation(String pointer, String message) {
        return validation(List.of(new Fault(pointer, message)));
    }

    /** There is nothing of that name, or nothing that the caller may see. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(ProblemType.NOT_FOUND, "No " + what + " " + id, List.of());
    }

    /** The caller may not do this. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail, List.of());
    }

    /** The request contradicts the present state. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail, List.of());
    }

    /** The problem as a response body. */
    public Problem problem() {
        return Problem.of(type, getMessage(), faults);
    }
}
