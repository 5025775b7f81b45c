package dev.attune.scoring.score.rest;

import dev.attune.model.message.TurnScored.EmotionScore;

/**
 * An emotion found in a client's words.
 *
 * @param confidence 0 to 1
 */
public record EmotionView(String emotion, double confidence) {

    static EmotionView from(EmotionScore score) {
        return new EmotionView(score.emotion(), score.confidence());
    }
}
