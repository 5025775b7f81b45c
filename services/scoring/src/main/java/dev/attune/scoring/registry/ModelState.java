package dev.attune.scoring.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a model is in its life. */
public enum ModelState {
    /** Asked for, and not there yet. */
    TRAINING,
    /** Could not be trained. */
    FAILED,
    /** Trained and measured, never used. */
    CANDIDATE,
    /** The one that scores. */
    ACTIVE,
    /** Scored once; can be called back. */
    RETIRED;

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
