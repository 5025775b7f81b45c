package dev.attune.standalone.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Spoils methods and paths. */
final class PathMutations {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X");
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

    private final ApiDocument document;
    private final World world;

    PathMutations(ApiDocument document, World world) {
        this.document = document;
        this.world = world;
    }

    List<Mutation> all() {
        return List.of(
                new Mutation(4, draft -> true, this::otherMethod),
                new Mutation(6, draft -> !draft.path.isEmpty(), this::hostileSegment),
                new Mutation(6, draft -> draft.path.containsKey("id"), this::unknownId),
                new Mutation(2, draft -> true, this::otherPath));
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

    /** As it still goes into a request's first line. */
    private static String limited(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
