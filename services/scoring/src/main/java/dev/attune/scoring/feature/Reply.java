package dev.attune.scoring.feature;

/**
 * A reply with the client's message that it answers.
 *
 * @param text the reply
 * @param context the client's message
 */
public record Reply(String text, String context) implements Document {}
