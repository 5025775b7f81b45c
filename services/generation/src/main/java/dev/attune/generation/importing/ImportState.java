package dev.attune.generation.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How far an import is. */
public enum ImportState {
    /** Rows are still coming. */
    RUNNING("running"),
    /** The stream was read to its end. */
    DONE("done"),
    /** The stream, or the writing, broke; what was written until then is kept. */
    BROKEN("broken");

    private final String code;

    ImportState(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The state of a code. */
    public static ImportState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
