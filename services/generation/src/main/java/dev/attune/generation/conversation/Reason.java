package dev.attune.generation.conversation;

import java.util.Locale;

/** Why a conversation, or a row that should be one, is not taken. The codes are stable. */
public enum Reason {
    /** The row is not a line of JSON. */
    NOT_JSON,
    MISSING_FIELD,
    WRONG_TYPE,
    /** The client says nothing in the turn that is answered. */
    EMPTY_PROMPT,
    EMPTY_ANSWER,
    /** A message of the history, or the system message, is empty. */
    EMPTY_MESSAGE,
    /** The transcript does not begin with the client. */
    NO_HUMAN_FIRST,
    NOT_ALTERNATING,
    /** Chosen and rejected differ before the last answer, so that they do not answer the same. */
    DIVERGES_EARLY,
    IDENTICAL_ANSWERS,
    TOO_LONG,
    /** NUL, or half of a surrogate pair: the database cannot hold them. */
    INVALID_TEXT,
    UNSUPPORTED_ROLE,
    BAD_PREFERENCE,
    /** The next turn replies to an answer that is not there. */
    MISSING_RESPONSE,
    LINE_TOO_LONG,
    /** The same external id came before with other content. */
    EXTERNAL_ID_REUSED,
    /** An identifier, which cannot be anonymised, looks like personal data. */
    PERSONAL_DATA,
    /** The stream ended in the middle. */
    BROKEN_STREAM;

    /** The name on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
