package dev.attune.preference.export.format;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.attune.model.Json;
import java.io.IOException;
import java.io.OutputStream;

/** One line of a JSON Lines file. */
final class JsonLine {

    static final String MEDIA_TYPE = "application/x-ndjson";
    static final String EXTENSION = "jsonl";

    /** Characters beyond the basic plane stand as they are, not as two escapes. */
    private static final ObjectWriter WRITER =
            Json.mapper().writer().with(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);

    private JsonLine() {}

    /** Writes the record's components in their order, and a line feed. */
    static void write(Record line, OutputStream out) throws IOException {
        out.write(WRITER.writeValueAsBytes(line));
        out.write('\n');
    }
}
