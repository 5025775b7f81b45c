package dev.attune.model.vertical;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a feeling is pleasant to have. */
public enum Valence {
    NEGATIVE("negative"),
    POSITIVE("positive"),
    MIXED("mixed");

    private final String code;

    Valence(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
