package dev.attune.ranking.comparison;

import java.util.UUID;

/**
 * Two responses to one turn that are put before raters.
 *
 * @param id the comparison
 * @param turnId the turn
 * @param dataset the dataset's name
 * @param conversationId the turn's conversation
 */
public record Comparison(UUID id, UUID turnId, String dataset, UUID conversationId) {}
