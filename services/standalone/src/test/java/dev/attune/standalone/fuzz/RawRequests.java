package dev.attune.standalone.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that no HTTP client sends, written byte by byte. */
final class RawRequests {

    private static final int PATIENCE_MILLIS = 2_000;

    private final URI url;
    private final String token;

    RawRequests(String url, String token) {
        this.url = URI.create(url);
        this.token = token;
    }

    /** What they are, and the requests themselves. */
    Map<String, String> all() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("a half percent sign in the path", get("/v1/datasets/%"));
        requests.put("a bad percent sign in the path", get("/v1/datasets/%zz"));
        requests.put("a bad percent sign in the query", get("/v1/datasets?after=%zz"));
        requests.put("a cut percent sign in the query", get("/v1/datasets?limit=%4"));
        requests.put("broken UTF-8 in the query", get("/v1/datasets?after=%c3%28"));
        requests.put("markup in the path", get("/v1/datasets/<script>"));
        requests.put("braces in the path", get("/v1/datasets/{name}"));
        requests.put("a backslash in the path", get("/v1\\datasets"));
        requests.put("raw bytes in the path", get("/v1/datasets/\u00e9\u00ff"));
        requests.put("a fragment", get("/v1/datasets#x"));
        requests.put("an absolute address", get("http://evil.example/v1/datasets"));
        requests.put("an address without a slash", get("v1/datasets"));
        requests.put("dots up to the root", get("/v1/../../../q/metrics"));
        requests.put("encoded dots up", get("/v1/datasets/%2e%2e/%2e%2e/q/metrics"));
        requests.put("encoded slashes up", get("/v1/datasets/..%2f..%2fq%2fmetrics"));
        requests.put("a long path", get("/v1/datasets/" + "a".repeat(3_500)));
        requests.put("a longer path", get("/v1/datasets/" + "a".repeat(10_000)));
        requests.put("a long query", get("/v1/datasets?after=" + "a".repeat(10_000)));
        requests.put("no host", "GET /v1/datasets HTTP/1.1\r\n" + authorization() + "\r\n");
        requests.put("two hosts", get("/v1/datasets", "Host: evil.example"));
        requests.put("HTTP/1.0", "GET /v1/datasets HTTP/1.0\r\nHost: a\r\n" + authorization() + "\r\n");
        requests.put("another version", "GET /v1/datasets HTTP/9.9\r\nHost: a\r\n" + authorization() + "\r\n");
        requests.put("no version", "GET /v1/datasets\r\n\r\n");
        requests.put("no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n");
        requests.put("a method of bytes", "\u0000\u0001 /v1/datasets HTTP/1.1\r\nHost: a\r\n\r\n");
        requests.put("CONNECT", "CONNECT /v1/datasets HTTP/1.1\r\nHost: a\r\n\r\n");
        requests.put("options of the server", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
        requests.put("NUL in a header", get("/v1/datasets", "X-A: a\u0000b"));
        requests.put("a header without a colon", get("/v1/datasets", "nonsense"));
        requests.put("a header without a name", get("/v1/datasets", ": a"));
        requests.put("a folded header", get("/v1/datasets", "X-A: a\r\n b"));
        requests.put("four hundred headers", get("/v1/datasets", "X-A: a\r\n".repeat(399) + "X-A: a"));
        requests.put("a length that is no number", post("Content-Length: x", "{}"));
        requests.put("a negative length", post("Content-Length: -1", "{}"));
        requests.put("a signed length", post("Content-Length: +2", "{}"));
        requests.put("a length beyond long", post("Content-Length: 99999999999999999999", "{}"));
        requests.put("a length beyond the limit", post("Content-Length: 9223372036854775807", "{}"));
        requests.put("two lengths", post("Content-Length: 2\r\nContent-Length: 3", "{}"));
        requests.put(
                "a length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n"));
        requests.put("another transfer encoding", post("Transfer-Encoding: gzip", "{}"));
        requests.put("bad chunks", post("Transfer-Encoding: chunked", "zz\r\n{}\r\n"));
        requests.put("expecting something", post("Expect: the unexpected\r\nContent-Length: 2", "{}"));
        requests.put(
                "an upgrade to HTTP/2",
                get("/v1/datasets", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk"));
        requests.put(
                "an upgrade to a socket",
                get(
                        "/v1/datasets",
                        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="));
        requests.put("two tokens", get("/v1/datasets", "Authorization: Bearer x"));
        return requests;
    }

    /** A request as it should be. */
    String plain() {
        return get("/v1/datasets?limit=1");
    }

    /** The first bytes of the answer; empty where the connection was closed or nothing came. */
    String send(String request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = new byte[64 * 1024];
            int read = socket.getInputStream().read(answer);
            return read <= 0 ? "" : new String(answer, 0, read, ISO_8859_1);
        } catch (SocketTimeoutException e) {
            return "nothing in " + PATIENCE_MILLIS + " ms";
        }
    }

    private String authorization() {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + authorization()
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    private String post(String headers, String body) {
        return "POST /v1/datasets HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + authorization() + headers
                + "\r\n\r\n" + body;
    }
}
