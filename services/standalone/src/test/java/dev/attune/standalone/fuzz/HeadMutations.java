package dev.attune.standalone.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.standalone.fuzz.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spoils everything but the body: token, method, path, query and headers. */
final class HeadMutations {

    private static final List<String> LIMITS = List.of(
            "0",
            "-1",
            "1",
            "500",
            "501",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "abc",
            "",
            " 5",
            "5 ",
            "0x5",
            "+5",
            "1e2",
            "NaN",
            "٣");
    private static final List<String> SEGMENTS = List.of(
            "%00",
            "%ff%fe",
            "%c0%af",
            "..%2f..%2fq%2fmetrics",
            "%2e%2e",
            "..",
            ".",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "a%2fb",
            "a%5cb",
            "%25%32%65",
            "a:b",
            "a%3Areplay",
            ":replay",
            "%3A",
            ";x=1",
            "a;b=c",
            "%20",
            "%0d%0aX:y",
            "%F0%9F%98%B1",
            "%ED%A0%80",
            "%E2%80%AE",
            "*",
            "null",
            "%3Cscript%3E",
            "'",
            "%22",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "%7Bid%7D");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X");
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

    private final ApiDocument document;
    private final World world;

    HeadMutations(ApiDocument document, World world) {
        this.document = document;
        this.world = world;
    }

    List<Mutation> all() {
        return List.of(
                new Mutation(5, draft -> true, this::invalidToken),
                new Mutation(2, draft -> true, this::oddToken),
                new Mutation(1, draft -> true, this::noToken),
                new Mutation(3, draft -> !draft.operation.roles().isEmpty(), this::wrongRole),
                new Mutation(5, this::canName, this::hidden),
                new Mutation(4, draft -> true, this::otherMethod),
                new Mutation(6, draft -> !draft.path.isEmpty(), this::hostileSegment),
                new Mutation(6, draft -> draft.path.containsKey("id"), this::unknownId),
                new Mutation(2, draft -> true, this::otherPath),
                new Mutation(12, draft -> hasQuery(draft), this::hostileQuery),
                new Mutation(5, draft -> draft.operation.hasParameter("limit"), this::limit),
                new Mutation(3, draft -> hasQuery(draft), this::repeatQuery),
                new Mutation(2, draft -> true, this::unknownQuery),
                new Mutation(2, draft -> required(draft) != null, this::leaveOutQuery),
                new Mutation(4, draft -> draft.operation.body() != null, this::otherContentType),
                new Mutation(3, draft -> draft.operation.body() != null, this::oddJsonType),
                new Mutation(2, draft -> draft.operation.body() != null, this::noContentType),
                new Mutation(3, draft -> true, this::accept),
                new Mutation(3, draft -> draft.operation.takesBody(), this::contentEncoding),
                new Mutation(4, draft -> draft.operation.hasParameter("Idempotency-Key"), this::idempotencyKey),
                new Mutation(1, draft -> true, this::longHeader),
                new Mutation(1, draft -> true, this::oddHeaders),
                new Mutation(2, draft -> draft.operation.body() != null, this::noBody),
                new Mutation(1, draft -> draft.operation.body() != null, this::chunked),
                new Mutation(1, draft -> !draft.operation.takesBody(), this::unaskedBody));
    }

    private void invalidToken(Draft draft, Random random) {
        Map<String, String> tokens = world.bearers().invalid();
        List<String> names = tokens.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        draft.authorization = Objects.requireNonNull(tokens.get(name));
        draft.spoil("token: " + name, Expectation.UNAUTHENTICATED);
    }

    private void oddToken(Draft draft, Random random) {
        Map<String, String> tokens = world.bearers().odd();
        List<String> names = tokens.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        draft.authorization = Objects.requireNonNull(tokens.get(name));
        draft.spoil("token: " + name, Expectation.DOCUMENTED);
    }

    private void noToken(Draft draft, Random random) {
        draft.authorization = null;
        draft.spoil("token: none", Expectation.UNAUTHENTICATED);
    }

    /** A curator may do what a reviewer may. */
    private void wrongRole(Draft draft, Random random) {
        List<String> open = draft.operation.roles();
        List<String> closed = List.of("rater", "reviewer", "curator").stream()
                .filter(role -> !open.contains(role) && !(role.equals("curator") && open.contains("reviewer")))
                .toList();
        if (!closed.isEmpty()) {
            String role = closed.get(random.nextInt(closed.size()));
            draft.authorization = "Bearer " + world.token(role);
            draft.spoil("token: of a " + role, Expectation.FORBIDDEN);
        }
    }

    private boolean canName(Draft draft) {
        return draft.operation.hasParameter("dataset")
                || draft.operation.path().startsWith("/v1/datasets/")
                || (draft.json != null && draft.json.has("dataset"))
                || !world.all("hidden " + draft.operation.path().split("/", -1)[2])
                        .isEmpty();
    }

    private void hidden(Draft draft, Random random) {
        String kind = "hidden " + draft.operation.path().split("/", -1)[2];
        if (draft.path.containsKey("id") && !world.all(kind).isEmpty()) {
            draft.path.put("id", world.any(kind, random));
        } else if (draft.path.containsKey("name")) {
            draft.path.put("name", World.HIDDEN);
        } else if (draft.operation.hasParameter("dataset")) {
            draft.query.remove("turn");
            draft.query.remove("import");
            draft.query.put("dataset", List.of(World.HIDDEN));
        } else if (draft.json instanceof ObjectNode object && object.has("dataset")) {
            object.put("dataset", World.HIDDEN);
        } else {
            return;
        }
        draft.authorization = "Bearer " + world.token("limited");
        draft.spoil("of a dataset that the token does not open", Expectation.HIDDEN);
    }

    private void otherMethod(Draft draft, Random random) {
        Set<String> known = document.operations().stream()
                .filter(operation -> operation.path().equals(draft.operation.path()))
                .map(Operation::method)
                .collect(Collectors.toSet());
        List<String> others =
                METHODS.stream().filter(method -> !known.contains(method)).toList();
        draft.method = others.get(random.nextInt(others.size()));
        draft.spoil("method: " + draft.method, Expectation.OTHER_METHOD);
    }

    private void hostileSegment(Draft draft, Random random) {
        List<String> names = List.copyOf(draft.path.keySet());
        String name = names.get(random.nextInt(names.size()));
        String segment = random.nextInt(4) == 0
                ? Draft.encoded(limited(HostileTexts.any(random)))
                : SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        String path = draft.operation.path().replace("{" + name + "}", segment);
        for (Map.Entry<String, String> other : draft.path.entrySet()) {
            path = path.replace("{" + other.getKey() + "}", Draft.encoded(other.getValue()));
        }
        draft.rawPath = path;
        draft.spoil("path: a hostile " + name, Expectation.OTHER_PATH);
    }

    private void unknownId(Draft draft, Random random) {
        boolean known = random.nextBoolean();
        List<String> kinds = List.of("conversations", "turns", "pairs", "snapshots", "judgments", "imports");
        String id = known
                ? world.any(kinds.get(random.nextInt(kinds.size())), random)
                : new UUID(random.nextLong(), random.nextLong()).toString();
        draft.path.put("id", random.nextInt(4) == 0 ? id.toUpperCase(Locale.ROOT) : id);
        draft.spoil(known ? "path: the id of something else" : "path: an unknown id", Expectation.DOCUMENTED);
    }

    private void otherPath(Draft draft, Random random) {
        String path = new ValidPath(draft).toString();
        List<String> paths = List.of(
                path + "/",
                "/" + path,
                path.replace("/v1/", "/v1//"),
                path.replace("/v1/", "/v1/./"),
                path + "/../x",
                path + ";a=b",
                path + "%2f",
                path.toUpperCase(Locale.ROOT),
                path + ":next",
                path + "%3Anext",
                path.replace("/v1/", "/v2/"),
                path.replace("/v1/", "/%76%31/"),
                path + "%00",
                path + "/q/metrics",
                "/v1/datasets/..%2f..%2fq/metrics",
                "/q/metrics",
                "/q/health/../metrics",
                "/v1",
                "/",
                "/v1/dead-letters/",
                "/v1/dead-letters/%72anking");
        draft.rawPath = paths.get(random.nextInt(paths.size()));
        draft.spoil("path: " + (draft.rawPath.length() < 40 ? draft.rawPath : "another"), Expectation.OTHER_PATH);
    }

    private record ValidPath(Draft draft) {
        @Override
        public String toString() {
            String target = draft.finish().target();
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }
    }

    private static boolean hasQuery(Draft draft) {
        return !draft.operation.parametersIn("query").isEmpty();
    }

    private void hostileQuery(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation.parametersIn("query");
        Parameter parameter = parameters.get(random.nextInt(parameters.size()));
        setQuery(draft, parameter, limited(HostileTexts.any(random)));
    }

    private void limit(Draft draft, Random random) {
        Parameter parameter = draft.operation.parametersIn("query").stream()
                .filter(candidate -> candidate.name().equals("limit"))
                .findFirst()
                .orElseThrow();
        setQuery(draft, parameter, LIMITS.get(random.nextInt(LIMITS.size())));
    }

    private void setQuery(Draft draft, Parameter parameter, String value) {
        draft.query.put(parameter.name(), List.of(value));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        boolean integer =
                document.resolved(parameter.schema()).path("type").asText().equals("integer");
        JsonNode node = integer && value.matches("-?[0-9]{1,18}")
                ? nodes.numberNode(Long.parseLong(value))
                : nodes.textNode(value);
        boolean breaks = !document.violations(parameter.schema(), node).isEmpty();
        // An empty parameter is one that is not there, and "+5" is a five.
        boolean certain = breaks && !value.isBlank() && !value.startsWith("+");
        draft.spoil("query: " + parameter.name(), certain ? Expectation.REFUSED : Expectation.DOCUMENTED);
    }

    private void repeatQuery(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation.parametersIn("query");
        Parameter parameter = parameters.get(random.nextInt(parameters.size()));
        List<String> values = new ArrayList<>(draft.query.getOrDefault(parameter.name(), List.of("1")));
        values.add(HostileTexts.any(random).length() > 100 ? "x" : "y");
        draft.query.put(parameter.name(), values);
        draft.spoil("query: " + parameter.name() + " twice", Expectation.DOCUMENTED);
    }

    private void unknownQuery(Draft draft, Random random) {
        draft.query.put("unknown", List.of(limited(HostileTexts.any(random))));
        draft.spoil("query: an unknown parameter", Expectation.DOCUMENTED);
    }

    private static @Nullable Parameter required(Draft draft) {
        return draft.operation.parametersIn("query").stream()
                .filter(Parameter::required)
                .findFirst()
                .orElse(null);
    }

    private void leaveOutQuery(Draft draft, Random random) {
        Parameter parameter = Objects.requireNonNull(required(draft));
        draft.query.remove(parameter.name());
        draft.spoil("query: without " + parameter.name(), Expectation.REFUSED);
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

    /** As it still goes into a request's first line. */
    private static String limited(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
