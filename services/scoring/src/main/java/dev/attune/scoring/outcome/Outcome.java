package dev.attune.scoring.outcome;

import java.util.List;

/**
 * What came of a strategy, or of two together: how the client's next message differs from the one that was answered.
 *
 * @param strategies one or two codes
 * @param turns how often a reply with them was followed by a message
 * @param valenceChange the mean change of the client's valence
 * @param error the standard error of that mean; 0 for a single turn
 * @param intensityChange the mean change of the intensity
 * @param improved the share of the messages with a greater valence than before, 0 to 1
 */
public record Outcome(
        List<String> strategies,
        long turns,
        double valenceChange,
        double error,
        double intensityChange,
        double improved) {

    public Outcome {
        strategies = List.copyOf(strategies);
    }
}
