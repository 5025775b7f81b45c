package dev.attune.scoring.outcome.rest;

import dev.attune.scoring.outcome.Outcome;
import java.util.List;

/**
 * What came of a strategy, or of two together.
 *
 * @param strategies one or two codes
 * @param turns how often a reply with them was followed by a message of the client
 * @param valenceChange the mean change of the client's valence until then, -2 to 2
 * @param error the standard error of that mean
 * @param intensityChange the mean change of the intensity, -1 to 1
 * @param improved the share of the messages with a greater valence than before
 */
public record OutcomeView(
        List<String> strategies,
        long turns,
        double valenceChange,
        double error,
        double intensityChange,
        double improved) {

    static OutcomeView from(Outcome outcome) {
        return new OutcomeView(
                outcome.strategies(),
                outcome.turns(),
                outcome.valenceChange(),
                outcome.error(),
                outcome.intensityChange(),
                outcome.improved());
    }
}
