package dev.attune.scoring.model;

import dev.attune.scoring.model.ScoringModel.Label;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the labels to tell of: those beyond their thresholds, surest first; at least one, at most five. */
public final class LabelChoice {

    static final int MOST = 5;

    private LabelChoice() {}

    /** The labels to tell of, out of all of them, surest first; none out of none. */
    public static List<Label> of(List<Label> surestFirst) {
        List<Label> told = surestFirst.stream().filter(Label::told).limit(MOST).toList();
        return told.isEmpty()
                ? IntStream.range(0, Math.min(1, surestFirst.size()))
                        .mapToObj(surestFirst::get)
                        .toList()
                : told;
    }
}
