package dev.attune.model.conversation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who speaks, with the name that chat formats use: the client is {@code user}, the advisor {@code assistant}. */
public enum Role {
    SYSTEM("system"),
    USER("user"),
    ASSISTANT("assistant");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
