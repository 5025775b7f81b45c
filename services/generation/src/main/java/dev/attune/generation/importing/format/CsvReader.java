package dev.attune.generation.importing.format;

import dev.attune.generation.importing.stream.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/**
 * CSV with a header: a row is a message with its conversation and its speaker, or what the client says with what the
 * advisor answers. Text is data: nothing in a cell is evaluated.
 */
@ApplicationScoped
class CsvReader implements RecordReader {

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public Records open(InputStream in, Speakers speakers) {
        return new CsvRecords(new Lines(in, Records.MOST_BYTES), speakers);
    }
}
