package dev.attune.model.text.personal.finding;

/**
 * Personal data in a text.
 *
 * @param kind what it is
 * @param start index of its first character
 * @param end index after its last character
 * @param value what it says, however it is written: the same value is the same person's same number
 */
public record Finding(PersonalDataKind kind, int start, int end, String value) {}
