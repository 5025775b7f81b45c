package dev.attune.ranking.comparison;

import java.util.UUID;

/**
 * Which response stands where, as one rater sees it.
 *
 * @param left the response on the left
 * @param right the response on the right
 */
public record Sides(UUID left, UUID right) {}
