package dev.attune.ranking.score;

import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnScored.ResponseScore;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Of a turn's scores what a ranking needs.
 *
 * @param turnId the turn
 * @param conversationId its conversation
 * @param turnRevision the revision of the turn that was scored
 * @param revision the scores' own
 * @param model the model version
 * @param responses the scored responses, each once
 * @param utilities the utility of each, in the same order; finite
 */
public record TurnScore(
        UUID turnId,
        UUID conversationId,
        long turnRevision,
        long revision,
        String model,
        List<UUID> responses,
        List<Double> utilities) {

    public TurnScore {
        responses = List.copyOf(responses);
        utilities = List.copyOf(utilities);
        if (new HashSet<>(responses).size() != responses.size()) {
            throw new IllegalArgumentException("a response is scored twice");
        }
        if (!utilities.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a utility is no finite number");
        }
    }

    static TurnScore from(TurnScored message) {
        return new TurnScore(
                message.turnId(),
                message.conversationId(),
                message.turnRevision(),
                message.revision(),
                message.model(),
                message.responses().stream().map(ResponseScore::responseId).toList(),
                message.responses().stream().map(ResponseScore::utility).toList());
    }
}
