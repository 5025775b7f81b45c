package dev.attune.standalone.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A request whose caller goes away without a word: the connection is reset once some of the answer was read.
 *
 * @param method the HTTP method
 * @param path with its query
 * @param token a bearer token
 * @param body what is sent of the body, as one chunk where it is a stream
 * @param stream whether the body has no stated length, and no end
 * @param bytesRead how many bytes of the answer are waited for; 0 to leave at once
 */
record Abandoned(String method, String path, String token, String body, boolean stream, int bytesRead) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Abandoned get(String path, String token, int bytesRead) {
        return new Abandoned("GET", path, token, "", false, bytesRead);
    }

    static Abandoned post(String path, String token, String body) {
        return new Abandoned("POST", path, token, body, false, 0);
    }

    static Abandoned stream(String path, String token, String body) {
        return new Abandoned("POST", path, token, body, true, 0);
    }

    /** Sends it to this address and leaves. */
    void leave(String address) throws IOException, InterruptedException {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replace("http://", "");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1))), (int)
                    PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request(host).getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (bytesRead == 0) {
                // Long enough for the work to begin.
                Thread.sleep(Duration.ofMillis(30));
            } else {
                read(socket.getInputStream());
            }
            // Closing resets the connection instead of ending it in order.
            socket.setSoLinger(true, 0);
        }
    }

    private void read(InputStream in) throws IOException {
        if (in.readNBytes(bytesRead).length < bytesRead) {
            throw new IOException("the answer to " + path + " was shorter than " + bytesRead + " bytes");
        }
    }

    private String request(String host) {
        StringBuilder request = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n".formatted(method, path, host, token));
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        if (stream) {
            request.append("Transfer-Encoding: chunked\r\n\r\n")
                    .append(Integer.toHexString(length))
                    .append("\r\n")
                    .append(body)
                    .append("\r\n");
        } else if (method.equals("POST")) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(length)
                    .append("\r\n\r\n")
                    .append(body);
        } else {
            request.append("\r\n");
        }
        return request.toString();
    }
}
