package dev.attune.preference.export;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A format that breaks in the midst of a large file. */
@Singleton
public class FailingFormat implements ExportFormat {

    private static final int LAST = 5_000;

    private int rows;

    @Override
    public String name() {
        return "test-failing";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public void write(ExportRow row, OutputStream out) throws IOException {
        if (++rows == LAST) {
            throw new IOException("the format broke");
        }
        out.write((row.pairId() + " " + row.chosen().text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
