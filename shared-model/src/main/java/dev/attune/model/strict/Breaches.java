package dev.attune.model.strict;

import java.util.ArrayList;
import java.util.List;

/** Gathers breaches, so that one does not hide the next. Not thread-safe. */
public final class Breaches {

    private final List<Breach> found = new ArrayList<>();

    /** Notes one. */
    public void add(String pointer, String message) {
        found.add(new Breach(pointer, message));
    }

    /** Notes one unless the condition holds. */
    public void require(boolean condition, String pointer, String message) {
        if (!condition) {
            add(pointer, message);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All that were noted, in their order. */
    public List<Breach> list() {
        return List.copyOf(found);
    }

    /** The pointer of a member or an element, its name escaped as RFC 6901 has it. */
    public static String child(String pointer, Object name) {
        return pointer + "/" + name.toString().replace("~", "~0").replace("/", "~1");
    }
}
