package dev.attune.model.judgment;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a judgment comes from. */
public enum JudgmentOrigin {
    /** A rater answered a comparison here. */
    HUMAN("human"),
    /** It came with the data that was imported. */
    IMPORTED("imported");

    private final String code;

    JudgmentOrigin(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
