package dev.attune.generation.conversation;

import java.util.Locale;

/** Why a conversation, or a row that should be one, is not taken. The codes are stable. */
public enum Reason {
    /** The row is not a line of JSON. */
    NOT_JSON,
    /** The row is not a row of CSV, or has more cells than the header. */
    NOT_CSV,
    /** The bytes are no UTF-8. */
    NOT_UTF8,
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
    /** Nobody said whether this speaker is the client or the advisor. */
    UNKNOWN_SPEAKER,
    /** Rows of a conversation come back after those of another one. */
    SCATTERED_CONVERSATION,
    /** A line of a log that is the messenger's own and no message; the messages around it are taken. */
    SYSTEM_LINE,
    /** The same external id came before with other content. */
    EXTERNAL_ID_REUSED,
    /** An identifier, which cannot be anonymised, looks like personal data. */
    PERSONAL_DATA,
    /** The stream ended in the middle. */
    BROKEN_STREAM,
    /** The packed stream inflates without measure. */
    GZIP_BOMB;

    /** The name on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
