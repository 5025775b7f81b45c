package dev.attune.foundation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Tells the faults of the database's being away from faults of the data. */
public final class DatabaseFaults {

    private DatabaseFaults() {}

    /** Whether a text held what PostgreSQL cannot store, such as NUL (SQLSTATE 22021 and 22P05). */
    public static boolean isUnstorableText(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Hibernate tells of the driver's failures as if JDBC had told them.
            String state = switch (cause) {
                case PgException pg -> pg.getSqlState();
                case SQLException sql -> sql.getSQLState();
                default -> null;
            };
            if (state != null) {
                return state.equals("22021") || state.equals("22P05");
            }
        }
        return false;
    }

    /**
     * Whether trying again later can help: the connection failed, the server is going down or coming up, resources ran
     * out, or a concurrent transaction won (SQLSTATE classes 08, 53, 57, 58 and 40).
     */
    public static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg) {
                String state = pg.getSqlState() == null ? "" : pg.getSqlState();
                return state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.startsWith("40");
            }
            if (cause instanceof JsonProcessingException) {
                // An IOException by name, but what cannot be read now cannot be read later either.
                return false;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                return true;
            }
            if (cause instanceof NoStackTraceThrowable) {
                // So the client says that no connection was free in time, or that the one it had was closed.
                return true;
            }
        }
        return false;
    }
}
