package dev.attune.preference.combination;

/** Which of the two responses of a pair. */
public enum Side {
    A,
    B
}
