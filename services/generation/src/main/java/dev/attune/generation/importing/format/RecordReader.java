package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one format. A new format is a new bean of this type. Stateless and thread-safe. */
public interface RecordReader {

    /** The format's name. */
    String format();

    /**
     * Turns a row into a draft. Whether its texts keep the rules is checked afterwards.
     *
     * @param row a JSON object
     * @throws RowFault when it does not have the form
     */
    Reading read(JsonNode row) throws RowFault;
}
