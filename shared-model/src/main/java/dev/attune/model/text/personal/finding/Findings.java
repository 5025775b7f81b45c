package dev.attune.model.text.personal.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Gathers what is found in one text; whoever comes first has the characters. Not thread-safe. */
public final class Findings {

    private final List<Finding> found = new ArrayList<>();
    private final BitSet taken = new BitSet();

    /** Whether none of these characters belongs to a finding. */
    public boolean isFree(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    /** Adds a finding unless its characters belong to another one. */
    public void add(PersonalDataKind kind, int start, int end, String value) {
        if (isFree(start, end)) {
            taken.set(start, end);
            found.add(new Finding(kind, start, end, value));
        }
    }

    /** What was found, in the order of the text. */
    public List<Finding> inOrder() {
        found.sort(Comparator.comparingInt(Finding::start));
        return List.copyOf(found);
    }
}
