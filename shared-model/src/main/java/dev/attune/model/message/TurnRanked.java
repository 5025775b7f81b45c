package dev.attune.model.message;

import java.util.List;
import java.util.UUID;

/**
 * The current ranking of a turn's responses. Of two messages about one turn the greater revision holds.
 *
 * @param dataset the dataset's name
 * @param conversationId the conversation; the message's key
 * @param turnId the turn
 * @param turnRevision the revision of the turn that was ranked
 * @param scoreRevision the revision of the scores that served as prior
 * @param revision grows with every ranking of the turn, from 1
 * @param model the model version behind the prior
 * @param strengths how good each response is, best first
 * @param pairs every unordered pair of responses once
 */
public record TurnRanked(
        String dataset,
        UUID conversationId,
        UUID turnId,
        long turnRevision,
        long scoreRevision,
        long revision,
        String model,
        List<Strength> strengths,
        List<PairEstimate> pairs) {

    public TurnRanked {
        strengths = List.copyOf(strengths);
        pairs = List.copyOf(pairs);
    }

    /**
     * The estimate of how good a response is.
     *
     * @param responseId the response
     * @param value on the logit scale of Bradley-Terry
     * @param deviation the posterior's standard deviation
     */
    public record Strength(UUID responseId, double value, double deviation) {}

    /**
     * What is known of two responses.
     *
     * @param a one response
     * @param b the other
     * @param probability that a beats b, 0 to 1
     * @param low lower end of the 95 % interval of that probability
     * @param high upper end of it
     * @param human what raters said of exactly this pair
     * @param imported what the imported data said of exactly this pair
     * @param judgments the judgments of this pair, of either origin, without skips
     */
    public record PairEstimate(
            UUID a,
            UUID b,
            double probability,
            double low,
            double high,
            Tally human,
            Tally imported,
            List<UUID> judgments) {
        public PairEstimate {
            judgments = List.copyOf(judgments);
        }
    }

    /**
     * Counts of judgments of one pair.
     *
     * @param a for the one
     * @param b for the other
     * @param ties equally good
     * @param bothBad neither
     */
    public record Tally(int a, int b, int ties, int bothBad) {
        public static final Tally NONE = new Tally(0, 0, 0, 0);

        /** The number of judgments. */
        public int total() {
            return a + b + ties + bothBad;
        }
    }
}
