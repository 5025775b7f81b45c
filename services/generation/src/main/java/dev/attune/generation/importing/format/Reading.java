package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.ConversationDraft;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a reader makes of a record.
 *
 * @param draft the conversation
 * @param places turns a JSON Pointer into the draft into the place that it was read from
 * @param people names of those who speak in it, as far as the record has names
 */
public record Reading(ConversationDraft draft, Function<String, Place> places, Set<String> people) {

    public Reading {
        people = Set.copyOf(people);
    }

    /** Of a row that is one line: pointers become names of its fields. */
    static Reading ofLine(ConversationDraft draft, UnaryOperator<String> fields) {
        return new Reading(draft, pointer -> new Place(null, fields.apply(pointer)), Set.of());
    }
}
