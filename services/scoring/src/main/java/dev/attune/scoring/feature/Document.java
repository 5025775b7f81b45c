package dev.attune.scoring.feature;

/** A text, and what it answers. */
public interface Document {

    /** The text. */
    String text();

    /** What it answers; empty for nothing. */
    String context();
}
