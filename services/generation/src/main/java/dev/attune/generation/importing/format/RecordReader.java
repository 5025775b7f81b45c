package dev.attune.generation.importing.format;

import java.io.InputStream;

/** Reads one format. A new format is a new bean of this type. Stateless and thread-safe. */
public interface RecordReader {

    /** The format's name. */
    String format();

    /**
     * Begins to read a stream; nothing is read before the first record is asked for.
     *
     * @param speakers who is who in transcripts that name the speakers
     */
    Records open(InputStream in, Speakers speakers);
}
