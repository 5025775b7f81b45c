package dev.attune.model.judgment;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a rater answers to a comparison of two responses. */
public enum Outcome {
    LEFT("left"),
    RIGHT("right"),
    /** Equally good. */
    TIE("tie"),
    /** Neither may be learnt from as the better one. */
    BOTH_BAD("both_bad"),
    /** No answer; says nothing about the responses. */
    SKIP("skip");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
