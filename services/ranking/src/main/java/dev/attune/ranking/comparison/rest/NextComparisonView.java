package dev.attune.ranking.comparison.rest;

import dev.attune.model.conversation.Message;
import dev.attune.ranking.comparison.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comparison as the rater who holds it sees it.
 *
 * @param comparison the comparison, to be named in the judgment
 * @param dataset the dataset's name
 * @param expiresAt until when it can be judged
 * @param history what was said before
 * @param client what the client says
 * @param left one answer to it
 * @param right the other
 */
record NextComparisonView(
        UUID comparison,
        String dataset,
        Instant expiresAt,
        List<Message> history,
        String client,
        Answer left,
        Answer right) {

    /**
     * One of the two answers; who gave it is not told.
     *
     * @param text what it says
     */
    record Answer(String text) {}

    static NextComparisonView from(Assignment assignment) {
        return new NextComparisonView(
                assignment.comparison(),
                assignment.dataset(),
                assignment.expiresAt(),
                assignment.history(),
                assignment.client(),
                new Answer(assignment.left()),
                new Answer(assignment.right()));
    }
}
