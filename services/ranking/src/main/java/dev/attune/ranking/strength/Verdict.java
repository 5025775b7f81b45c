package dev.attune.ranking.strength;

import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import java.util.UUID;

/**
 * What a judgment says, as far as strengths are concerned; never a skip.
 *
 * @param judgment its id
 * @param origin a rater, or imported data
 * @param outcome the answer
 * @param left the response that stood on the left
 * @param right the response that stood on the right
 */
public record Verdict(UUID judgment, JudgmentOrigin origin, Outcome outcome, UUID left, UUID right) {

    /** The share of a win that the left response has of it: 1, 0, or a half of a tie. */
    double leftShare() {
        return switch (outcome) {
            case LEFT -> 1;
            case TIE -> 0.5;
            case RIGHT, BOTH_BAD, SKIP -> 0;
        };
    }

    /** The share of a win that the right response has of it. */
    double rightShare() {
        return switch (outcome) {
            case RIGHT -> 1;
            case TIE -> 0.5;
            case LEFT, BOTH_BAD, SKIP -> 0;
        };
    }
}
