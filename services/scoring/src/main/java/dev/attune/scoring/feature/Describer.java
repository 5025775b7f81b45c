package dev.attune.scoring.feature;

import java.util.List;

/** Describes a document in a few numbers that no n-gram tells. Thread-safe; the same document always gives the same numbers. */
public interface Describer {

    /** What the numbers are, by name. */
    List<String> names();

    /**
     * Writes the numbers of a document, none of them beyond a few units.
     *
     * @param into as long as the names
     */
    void describe(Document document, double[] into);
}
