package dev.attune.scoring.feature;

import java.util.List;
import java.util.stream.Stream;

/** Describes a document in a few numbers that no n-gram tells. Thread-safe; the same document always gives the same numbers. */
public interface Describer {

    /** What the numbers are, by name. */
    List<String> names();

    /**
     * Writes the numbers of a document, none of them beyond a few units.
     *
     * @param scratch memory to work in
     * @param into at least as long as the names
     */
    void describe(Document document, Scratch scratch, double[] into);

    /** One that writes what both write, the first one's numbers first. */
    static Describer both(Describer one, Describer other) {
        List<String> names =
                Stream.concat(one.names().stream(), other.names().stream()).toList();
        int first = one.names().size();
        int second = other.names().size();
        return new Describer() {
            @Override
            public List<String> names() {
                return names;
            }

            @Override
            public void describe(Document document, Scratch scratch, double[] into) {
                one.describe(document, scratch, into);
                double[] rest = new double[second];
                other.describe(document, scratch, rest);
                System.arraycopy(rest, 0, into, first, second);
            }
        };
    }
}
