package dev.attune.scoring.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad a breach is. */
public enum Severity {
    /** Worth a look. */
    NOTE,
    /** Makes a reply worse, or a label doubtful. */
    WARNING,
    /** Could harm a client, or breaks a rule that has no exception. */
    BREACH;

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
