package dev.attune.scoring.comparison;

import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.ResponseScore;
import java.util.List;
import java.util.UUID;

/**
 * What two models say of one revision of a turn.
 *
 * @param turnId the turn
 * @param left by the one
 * @param right by the other
 */
public record TwoScores(UUID turnId, Side left, Side right) {

    /** What one of them says. */
    public record Side(List<EmotionScore> emotions, List<ResponseScore> responses) {
        public Side {
            emotions = List.copyOf(emotions);
            responses = List.copyOf(responses);
        }
    }
}
