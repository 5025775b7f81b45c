package dev.attune.model.document;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a value of the document.
 *
 * @param id unique; importing merges by it
 * @param pointer the JSON Pointer of what was revised
 * @param from the value before
 * @param to the value after
 * @param actor who did it
 * @param reason why
 * @param evidence what it rests on
 * @param at when
 * @param supersedes the revision of the same value that it replaces; absent for the first
 */
public record LabelRevision(
        @Pattern(regexp = "^[A-Za-z0-9-]{1,64}$") String id,
        @Pattern(regexp = "^/training_pairs/[0-9]+/") String pointer,
        JsonNode from,
        JsonNode to,
        Actor actor,
        String reason,
        String evidence,
        Instant at,
        @Nullable String supersedes) {

    /**
     * Who revised.
     *
     * @param kind what they are
     * @param pseudonym a name that tells of nobody
     * @param credential what entitles them, where something does
     */
    public record Actor(
            Kind kind, String pseudonym, @Nullable String credential) {}

    /** What somebody is who revises. */
    public enum Kind {
        MODEL("model", false),
        BULK_REVIEW("bulk-review", true),
        LIVE_OPERATOR("live-operator", true),
        REVIEWER("reviewer", true),
        PROCESS("process", false);

        private final String code;
        private final boolean person;

        Kind(String code, boolean person) {
            this.code = code;
            this.person = person;
        }

        /** The name on the wire. */
        @JsonValue
        public String code() {
            return code;
        }

        /** Whether it is a person. */
        public boolean isPerson() {
            return person;
        }
    }
}
