package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import org.jspecify.annotations.Nullable;

/** What a format's reader makes of one record of a stream. */
public sealed interface Parsed {

    /** The line where it stands, from 1; no two of a stream have the same. */
    long line();

    /**
     * A conversation.
     *
     * @param line where the record begins
     * @param reading what it holds
     */
    record Good(long line, Reading reading) implements Parsed {}

    /**
     * Something that does not have the form.
     *
     * @param line what is to be looked at
     * @param reason which rule
     * @param field where, such as {@code chosen} or the name of a column; null for all of it
     * @param detail what is wrong, for people; never quotes the text
     */
    record Bad(long line, Reason reason, @Nullable String field, String detail) implements Parsed {

        static Bad of(long line, RowFault fault) {
            return new Bad(line, fault.reason(), fault.field(), fault.detail());
        }
    }
}
