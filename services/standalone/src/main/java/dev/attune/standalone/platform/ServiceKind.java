package dev.attune.standalone.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services of the platform, each a jar of its own. */
public enum ServiceKind {
    GENERATION(256),
    SCORING(320),
    RANKING(224),
    PREFERENCE(256),
    GATEWAY(96);

    private final int heapMegabytes;

    ServiceKind(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    /** Its name in paths, options and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** The service of this name. */
    public static Optional<ServiceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
