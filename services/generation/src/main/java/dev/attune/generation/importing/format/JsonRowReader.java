package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.importing.stream.Lines;
import java.io.InputStream;

/** Reads a format of JSON Lines: every line that is not blank is a record of its own. */
interface JsonRowReader extends RecordReader {

    /**
     * Turns a row into a draft. Whether its texts keep the rules is checked afterwards.
     *
     * @param row a JSON object
     * @throws RowFault when it does not have the form
     */
    Reading read(JsonNode row) throws RowFault;

    @Override
    default Records open(InputStream in, Speakers speakers) {
        return new JsonRows(new Lines(in, Records.MOST_BYTES), this);
    }
}
