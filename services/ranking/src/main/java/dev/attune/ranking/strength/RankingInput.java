package dev.attune.ranking.strength;

import java.util.List;
import java.util.UUID;

/**
 * All that a turn's ranking is made from.
 *
 * @param dataset the dataset's name
 * @param conversationId the conversation
 * @param turnId the turn, which is complete and has two responses or more
 * @param turnRevision its revision
 * @param scoreRevision the revision of its scores, which are of that revision of the turn
 * @param model the model version behind the scores
 * @param lastRevision the revision of the last ranking; 0 where there is none
 * @param responses the responses in the turn's order
 * @param utilities the utility of each response, in the same order
 * @param verdicts every judgment of the turn that is no skip
 */
public record RankingInput(
        String dataset,
        UUID conversationId,
        UUID turnId,
        long turnRevision,
        long scoreRevision,
        String model,
        long lastRevision,
        List<UUID> responses,
        List<Double> utilities,
        List<Verdict> verdicts) {

    public RankingInput {
        responses = List.copyOf(responses);
        utilities = List.copyOf(utilities);
        verdicts = List.copyOf(verdicts);
        if (responses.size() != utilities.size()) {
            throw new IllegalArgumentException("every response needs its utility");
        }
    }
}
