package dev.attune.preference.export;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.model.problem.ProblemType;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Writes a snapshot as a file. Each export holds a thread and a database connection, so few may run at once. */
@ApplicationScoped
public class ExportSnapshot {

    /** One less than {@code quarkus.datasource.jdbc.max-size}. */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 5;
    private static final int BUFFER = 1 << 16;

    private final ExportRows rows;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);

    ExportSnapshot(ExportRows rows) {
        this.rows = rows;
    }

    /**
     * Writes all rows of the snapshot, as fast as the stream takes them. Blocks.
     *
     * @throws IOException if the stream or the database fails; what was written until then is incomplete
     * @throws ProblemException 503, before anything is written, if others are busy exporting
     */
    public void write(UUID snapshotId, ExportFormat format, OutputStream out) throws IOException {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new IllegalStateException("an export must not run on an event loop");
        }
        takeSlot();
        try {
            BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
            rows.read(snapshotId, row -> format.write(row, buffered));
            buffered.flush();
        } finally {
            slots.release();
        }
    }

    private void takeSlot() throws IOException {
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "Other exports are running; try again when they are done", List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for other exports", e);
        }
    }
}
