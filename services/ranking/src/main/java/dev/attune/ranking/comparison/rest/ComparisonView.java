package dev.attune.ranking.comparison.rest;

import dev.attune.ranking.comparison.ComparisonSummary;
import java.time.Instant;
import java.util.UUID;

/**
 * A comparison and how far it has come.
 *
 * @param comparison the comparison
 * @param turn the turn
 * @param dataset the dataset's name
 * @param a one response
 * @param b the other
 * @param active whether it is offered to raters
 * @param judgments how often it was answered
 * @param createdAt when it was made
 */
record ComparisonView(
        UUID comparison,
        UUID turn,
        String dataset,
        UUID a,
        UUID b,
        boolean active,
        Counts judgments,
        Instant createdAt) {

    /**
     * How often it was answered.
     *
     * @param human by raters, without skips
     * @param imported by the imported data
     * @param skipped by raters who had no answer
     */
    record Counts(int human, int imported, int skipped) {}

    static ComparisonView from(ComparisonSummary summary) {
        return new ComparisonView(
                summary.id(),
                summary.turnId(),
                summary.dataset(),
                summary.pair().a(),
                summary.pair().b(),
                summary.active(),
                new Counts(summary.human(), summary.imported(), summary.skipped()),
                summary.createdAt());
    }
}
