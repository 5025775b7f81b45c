package dev.attune.scoring.finding;

import org.jspecify.annotations.Nullable;

/**
 * A breach.
 *
 * @param code what kind it is, stable on the wire; each code belongs to one validator
 * @param severity how bad it is
 * @param reply index of the reply that it is in; null where it is in the turn or in what is stated of it
 * @param words the very words that show it, as they stand in the reply, the client's message or the statement
 * @param why what is wrong with them, a sentence for people
 */
public record Finding(
        String code, Severity severity, @Nullable Integer reply, String words, String why) {}
