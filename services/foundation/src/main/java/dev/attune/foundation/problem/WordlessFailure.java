package dev.attune.foundation.problem;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as logs may have it: what it was, where and from what, without its message, which may quote the text that it
 * failed at.
 */
public final class WordlessFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 8;

    private final String kind;

    private WordlessFailure(Throwable failure, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.kind = failure instanceof PgException pg
                ? failure.getClass().getName() + " " + pg.getSqlState()
                : failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    /** The failure and its causes. */
    public static WordlessFailure of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static WordlessFailure of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new WordlessFailure(failure, cause == null || depth == 0 ? null : of(cause, depth - 1));
    }

    @Override
    public String toString() {
        return kind;
    }
}
