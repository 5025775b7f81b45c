package dev.attune.preference.export;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A format that counts its rows; also shows that a class is all that a format needs. */
@Singleton
public class CountingFormat implements ExportFormat {

    private final AtomicInteger rows = new AtomicInteger();

    /** How many rows it wrote since it was last asked. */
    int reset() {
        return rows.getAndSet(0);
    }

    @Override
    public String name() {
        return "test-counting";
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
        rows.incrementAndGet();
        out.write((row.pairId() + " " + row.chosen().text() + row.rejected().text()).getBytes(StandardCharsets.UTF_8));
    }
}
