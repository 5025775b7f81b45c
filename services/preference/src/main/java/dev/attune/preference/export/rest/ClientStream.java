package dev.attune.preference.export.rest;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The stream to the client, which fails as soon as the client went away. The stream below notices that only while it
 * waits for the client to read, and else goes on writing to nobody.
 */
final class ClientStream extends FilterOutputStream {

    private final HttpServerResponse response;

    ClientStream(OutputStream out, HttpServerResponse response) {
        super(out);
        this.response = response;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (response.closed()) {
            throw new HttpClosedException("The client left its export");
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static HttpClosedException gone(IOException e) {
        return new HttpClosedException("The client left its export: " + e.getMessage());
    }
}
