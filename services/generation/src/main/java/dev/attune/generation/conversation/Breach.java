package dev.attune.generation.conversation;

/**
 * A rule that a draft breaks.
 *
 * @param reason which rule
 * @param pointer where: JSON Pointer into the draft, such as {@code /turns/0/responses/1/text}
 * @param detail what is wrong, for people; never quotes the text
 */
public record Breach(Reason reason, String pointer, String detail) {}
