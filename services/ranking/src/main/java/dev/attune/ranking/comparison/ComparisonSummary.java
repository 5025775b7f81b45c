package dev.attune.ranking.comparison;

import java.time.Instant;
import java.util.UUID;

/**
 * A comparison and how far it has come.
 *
 * @param id the comparison
 * @param turnId the turn
 * @param dataset the dataset's name
 * @param pair the responses
 * @param active whether it is offered to raters: its turn is complete and still has both responses
 * @param human judgments of raters, without skips
 * @param imported judgments out of imported data
 * @param skipped how many raters skipped it
 * @param createdAt when it was made
 */
public record ComparisonSummary(
        UUID id,
        UUID turnId,
        String dataset,
        ResponsePair pair,
        boolean active,
        int human,
        int imported,
        int skipped,
        Instant createdAt) {}
