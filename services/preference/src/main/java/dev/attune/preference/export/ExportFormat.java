package dev.attune.preference.export;

import java.io.IOException;
import java.io.OutputStream;

/** A format of exported files. Every bean of this type is offered; a new format is one more class. */
public interface ExportFormat {

    /** Its name in requests and in file names. */
    String name();

    /** The media type of its files. */
    String mediaType();

    /** The ending of its files' names, without the dot. */
    String extension();

    /**
     * Writes one row. The same row must always become the same bytes.
     *
     * @throws IOException if the stream fails
     */
    void write(ExportRow row, OutputStream out) throws IOException;
}
