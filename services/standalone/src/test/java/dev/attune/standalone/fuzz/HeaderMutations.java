package dev.attune.standalone.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Spoils headers, and whether there is a body at all. */
final class HeaderMutations {

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "text/html",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/problem+json",
            "nonsense",
            "/",
            "application/",
            "application/json/json",
            "image/png",
            "*/*",
            "application/*",
            ";",
            "application/json;charset=");
    private static final List<String> JSON_TYPES = List.of(
            "application/json; charset=utf-16",
            "application/json; charset=iso-8859-1",
            "application/json;charset=nonsense",
            "application/json; charset=\"utf-8\"",
            "APPLICATION/JSON",
            "application/json; q=0.1; a=b",
            "application/json; charset=utf-8; charset=utf-16");
    private static final List<String> ACCEPTS = List.of(
            "text/html",
            "application/xml",
            "image/*",
            "application/json;q=0",
            "*/*;q=0",
            "nonsense",
            "/",
            "application/problem+json",
            "text/event-stream",
            "application/json;q=abc",
            ", ,",
            "*",
            "application/x-ndjson",
            "application/json, text/html;q=0.5");

    List<Mutation> all() {
        return List.of(
                new Mutation(4, draft -> draft.operation.body() != null, this::otherContentType),
                new Mutation(3, draft -> draft.operation.body() != null, this::oddJsonType),
                new Mutation(2, draft -> draft.operation.body() != null, this::noContentType),
                new Mutation(3, draft -> true, this::accept),
                new Mutation(3, draft -> draft.json != null || draft.body != null, this::contentEncoding),
                new Mutation(4, draft -> draft.operation.hasParameter("Idempotency-Key"), this::idempotencyKey),
                new Mutation(1, draft -> true, this::longHeader),
                new Mutation(1, draft -> true, this::oddHeaders),
                new Mutation(2, draft -> draft.operation.body() != null, this::noBody),
                new Mutation(1, draft -> draft.operation.body() != null, this::chunked),
                new Mutation(1, draft -> !draft.operation.takesBody(), this::unaskedBody));
    }

    private void otherContentType(Draft draft, Random random) {
        draft.contentType = CONTENT_TYPES.get(random.nextInt(CONTENT_TYPES.size()));
        boolean wildcard = draft.contentType.contains("*");
        draft.spoil("content type: " + draft.contentType, wildcard ? Expectation.DOCUMENTED : Expectation.REFUSED);
        if (draft.contentType.startsWith("application/json")) {
            draft.expectation = Expectation.DOCUMENTED;
        }
    }

    private void oddJsonType(Draft draft, Random random) {
        draft.contentType = JSON_TYPES.get(random.nextInt(JSON_TYPES.size()));
        draft.spoil("content type: " + draft.contentType, Expectation.DOCUMENTED);
    }

    private void noContentType(Draft draft, Random random) {
        draft.contentType = null;
        draft.spoil("content type: none", Expectation.DOCUMENTED);
    }

    private void accept(Draft draft, Random random) {
        String accept = ACCEPTS.get(random.nextInt(ACCEPTS.size()));
        draft.headers.put("Accept", accept);
        draft.spoil("accept: " + accept, Expectation.DOCUMENTED);
    }

    private void contentEncoding(Draft draft, Random random) {
        byte[] plain = draft.json == null
                ? Objects.requireNonNull(draft.body)
                : BodyMutations.text(draft).getBytes(UTF_8);
        String encoding = List.of("gzip", "deflate", "br", "zstd", "identity", "nonsense", "gzip, gzip")
                .get(random.nextInt(7));
        draft.headers.put("Content-Encoding", encoding);
        byte[] body = switch (random.nextInt(3)) {
            case 0 -> plain;
            case 1 -> ImportBodies.gzip(plain);
            default -> ImportBodies.gzip(("{\"unknown\":\"" + " ".repeat(300_000) + "\"}").getBytes(UTF_8));
        };
        draft.body = body;
        // Whoever inflated the third would find JSON; nobody may, and gzip by itself is none.
        boolean packed = body != plain;
        draft.spoil(
                "content encoding: " + encoding,
                packed && draft.json != null ? Expectation.REFUSED : Expectation.DOCUMENTED);
    }

    private void idempotencyKey(Draft draft, Random random) {
        String key = List.of(
                        "",
                        " ",
                        "a".repeat(200),
                        "a".repeat(201),
                        "reused",
                        "reused",
                        "reused",
                        "'; --",
                        "a b",
                        "\u00e9\u00e8",
                        "\t")
                .get(random.nextInt(11));
        draft.headers.put("Idempotency-Key", key);
        draft.spoil("idempotency key", Expectation.DOCUMENTED);
    }

    private void longHeader(Draft draft, Random random) {
        int length = List.of(7_000, 12_000, 18_000, 30_000).get(random.nextInt(4));
        draft.headers.put("X-Long", "a".repeat(length));
        draft.spoil("header of " + length, length < 15_000 ? Expectation.DOCUMENTED : Expectation.UNPARSED);
    }

    private void oddHeaders(Draft draft, Random random) {
        List<Map.Entry<String, String>> odd = List.of(
                Map.entry("X-HTTP-Method-Override", "DELETE"),
                Map.entry("X-Forwarded-Host", "evil.example"),
                Map.entry("Forwarded", "for=127.0.0.1;host=evil"),
                Map.entry("Range", "bytes=0-1"),
                Map.entry("If-Match", "\"a\""),
                Map.entry("If-None-Match", "*"),
                Map.entry("If-Modified-Since", "nonsense"),
                Map.entry("Origin", "https://evil.example"),
                Map.entry("Accept-Language", "../../etc/passwd"),
                Map.entry("Accept-Charset", "utf-16"),
                Map.entry("Accept-Encoding", "gzip, br"),
                Map.entry("Cookie", "q_session=" + "a".repeat(500)),
                Map.entry("traceparent", "nonsense"),
                Map.entry("Authorization", "Bearer second"));
        Map.Entry<String, String> header = odd.get(random.nextInt(odd.size()));
        draft.headers.put(header.getKey(), header.getValue());
        draft.spoil("header " + header.getKey(), Expectation.DOCUMENTED);
    }

    private void noBody(Draft draft, Random random) {
        draft.json = null;
        draft.body = random.nextBoolean() ? new byte[0] : null;
        draft.spoil("no body", Expectation.REFUSED);
    }

    private void chunked(Draft draft, Random random) {
        draft.body = BodyMutations.text(draft).getBytes(UTF_8);
        draft.chunked = true;
        draft.spoil("no length", Expectation.REFUSED);
    }

    private void unaskedBody(Draft draft, Random random) {
        draft.body = List.of("{}", "\u0000", "x".repeat(5_000))
                .get(random.nextInt(3))
                .getBytes(UTF_8);
        draft.contentType = random.nextBoolean() ? "application/json" : "text/plain";
        draft.spoil("a body that nobody asked for", Expectation.DOCUMENTED);
    }
}
