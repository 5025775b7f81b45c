package dev.attune.model.annotator;

import java.util.List;
import java.util.TreeSet;

/** Gathers the pointers of values that come by rule. Not thread-safe. */
final class Derived {

    private final TreeSet<String> pointers = new TreeSet<>();

    /** Notes values of one object. */
    void add(String parent, String... names) {
        for (String name : names) {
            pointers.add(parent + "/" + name);
        }
    }

    List<String> list() {
        return List.copyOf(pointers);
    }
}
