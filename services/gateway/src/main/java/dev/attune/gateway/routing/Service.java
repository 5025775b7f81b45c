package dev.attune.gateway.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services behind the gateway and the path segments after {@code /v1/} that they own. */
public enum Service {
    GENERATION("datasets", "imports", "conversations", "turns", "responses", "coverage"),
    SCORING("evaluations", "scores", "rubrics", "models", "guidance"),
    RANKING("comparisons", "judgments"),
    PREFERENCE("pairs", "snapshots", "progress");

    private static final Pattern PATH =
            Pattern.compile("/v1/(?:dead-letters/(?<service>[^/:]*)|(?<segment>[^/:]*)).*", Pattern.DOTALL);

    private final Set<String> segments;

    Service(String... segments) {
        this.segments = Set.of(segments);
    }

    /** Its name in addresses and documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The service that owns a path, such as {@code /v1/judgments/17} or {@code /v1/comparisons:next}. Dead letters are
     * every service's own, and the next segment says whose: {@code /v1/dead-letters/ranking}.
     */
    public static Optional<Service> owning(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String named = matcher.group("service");
        String segment = matcher.group("segment");
        return Arrays.stream(values())
                .filter(service -> named == null
                        ? service.segments.contains(segment)
                        : service.code().equals(named))
                .findFirst();
    }
}
