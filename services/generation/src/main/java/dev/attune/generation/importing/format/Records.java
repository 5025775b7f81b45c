package dev.attune.generation.importing.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The records of one stream, one after the other; holds one record and no more. Not thread-safe; the calls may come from
 * different threads one after the other.
 */
public interface Records {

    /** The largest record in bytes. */
    int MOST_BYTES = 8 * 1024 * 1024;

    /**
     * The next record; null at the end of the stream. Never throws for what the stream holds.
     *
     * @throws IOException when the stream breaks; what was read of the record is lost
     */
    @Nullable
    Parsed next() throws IOException;

    /** The line that was read last, or was begun when the stream broke. */
    long line();
}
