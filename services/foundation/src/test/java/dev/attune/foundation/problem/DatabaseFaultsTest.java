package dev.attune.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class DatabaseFaultsTest {

    @Test
    void shouldTakeAbsenceForAbsence() {
        assertThat(DatabaseFaults.isUnavailable(new ConnectException("refused")))
                .isTrue();
        assertThat(DatabaseFaults.isUnavailable(ClosedConnectionException.INSTANCE))
                .isTrue();
        assertThat(DatabaseFaults.isUnavailable(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        // Disk full.
        assertThat(DatabaseFaults.isUnavailable(failed("53100"))).isTrue();
        // Starting up.
        assertThat(DatabaseFaults.isUnavailable(failed("57P03"))).isTrue();
    }

    /** Otherwise a batch that met a closed connection would end as dead letters. */
    @Test
    void shouldTakeWhatTheClientSaysOfItsConnectionsForAbsence() {
        assertThat(DatabaseFaults.isUnavailable(new NoStackTraceThrowable("Timeout")))
                .isTrue();
        assertThat(DatabaseFaults.isUnavailable(
                        new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
    }

    @Test
    void shouldNotTakeFaultsOfTheDataForAbsence() {
        // A unique key.
        assertThat(DatabaseFaults.isUnavailable(failed("23505"))).isFalse();
        assertThat(DatabaseFaults.isUnavailable(new JsonParseException(null, "no JSON")))
                .isFalse();
        assertThat(DatabaseFaults.isUnavailable(new IllegalArgumentException("negative")))
                .isFalse();
    }

    private static PgException failed(String state) {
        return new PgException("failed", "ERROR", state, "");
    }
}
