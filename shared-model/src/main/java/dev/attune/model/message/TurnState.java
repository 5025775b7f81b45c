package dev.attune.model.message;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a turn still waits for candidates. */
public enum TurnState {
    OPEN("open"),
    /** All its candidates are there; they can be compared. */
    COMPLETE("complete");

    private final String code;

    TurnState(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
