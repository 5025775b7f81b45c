package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.ConversationDraft;
import java.util.function.UnaryOperator;

/**
 * What a reader makes of a row.
 *
 * @param draft the conversation
 * @param fields turns a JSON Pointer into the draft into the name of the row's field that it was read from
 */
public record Reading(ConversationDraft draft, UnaryOperator<String> fields) {}
