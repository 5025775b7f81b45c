package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import org.jspecify.annotations.Nullable;

/** A row that does not have the form of its format; thrown by a reader, made a refusal at once, never logged. */
public final class RowFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String field;

    /**
     * A fault.
     *
     * @param field where, such as {@code chosen} or {@code messages/3/role}; null for the whole row
     * @param detail what is wrong, for people; never quotes the text
     */
    public RowFault(Reason reason, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** Which rule. */
    public Reason reason() {
        return reason;
    }

    /** Where; null for the whole row. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
