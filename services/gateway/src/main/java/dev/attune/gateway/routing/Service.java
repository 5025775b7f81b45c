package dev.attune.gateway.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The services behind the gateway and the path segments after {@code /v1/} that they own. */
public enum Service {
    GENERATION("datasets", "imports", "conversations", "turns", "responses"),
    SCORING("evaluations", "scores", "rubrics", "models"),
    RANKING("comparisons", "judgments"),
    PREFERENCE("pairs", "snapshots", "progress");

    private static final String ROOT = "/v1/";

    private final Set<String> segments;

    Service(String... segments) {
        this.segments = Set.of(segments);
    }

    /** Its name in addresses and documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service that owns a path, such as {@code /v1/judgments/17} or {@code /v1/comparisons:next}. */
    public static Optional<Service> owning(String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        int end = ROOT.length();
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != ':') {
            end++;
        }
        String segment = path.substring(ROOT.length(), end);
        return Arrays.stream(values())
                .filter(service -> service.segments.contains(segment))
                .findFirst();
    }
}
