package dev.attune.scoring.evaluate;

/** What a user can mend: a file, a column, a label. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvaluationException(String message) {
        super(message);
    }
}
