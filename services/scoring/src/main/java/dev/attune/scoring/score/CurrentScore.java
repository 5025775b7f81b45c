package dev.attune.scoring.score;

import dev.attune.model.message.TurnScored;
import java.time.Instant;

/**
 * The score of a turn that holds now.
 *
 * @param score as it was published
 * @param at when it was made
 */
public record CurrentScore(TurnScored score, Instant at) {}
