package dev.attune.foundation.security;

/** The roles that tokens carry. An admin may do all; a curator may do what a reviewer may. */
public final class Roles {

    /** Ranks; sees only what was given to rank and the own judgments. */
    public static final String RATER = "rater";

    /** Reads everything of a dataset. */
    public static final String REVIEWER = "reviewer";

    /** Owns datasets: imports, freezes, exports. */
    public static final String CURATOR = "curator";

    /** Runs the platform. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
