package dev.attune.preference.export;

import java.io.IOException;
import java.util.UUID;

/** Where the rows of a snapshot come from. */
public interface ExportRows {

    /**
     * Hands the rows over one by one, in the snapshot's order, never holding more than one. Blocks; a consumer that
     * fails ends it, and whatever it held is released.
     *
     * @throws IOException if the rows cannot be read, or the consumer fails
     */
    void read(UUID snapshotId, Consumer consumer) throws IOException;

    /** Takes the rows. */
    @FunctionalInterface
    interface Consumer {

        /** Takes one row. */
        void accept(ExportRow row) throws IOException;
    }
}
