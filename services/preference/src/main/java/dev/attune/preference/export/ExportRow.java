package dev.attune.preference.export;

import dev.attune.model.conversation.Message;
import dev.attune.preference.pair.Origin;
import java.util.List;
import java.util.UUID;

/**
 * One pair of a snapshot with its texts and its provenance; all that a format may write.
 *
 * @param pairId the pair
 * @param conversationId its conversation
 * @param turnId its turn
 * @param prompt what was said before the responses
 * @param chosen the better response
 * @param rejected the worse response
 * @param origin whose word the order rests on
 * @param probability that chosen beats rejected, 0 to 1
 * @param margin strength of chosen less that of rejected, on the logit scale
 * @param judgments the judgments of exactly this pair
 * @param model the model version behind the ranking
 * @param rankingRevision the ranking's revision
 */
public record ExportRow(
        UUID pairId,
        UUID conversationId,
        UUID turnId,
        List<Message> prompt,
        Answer chosen,
        Answer rejected,
        Origin origin,
        double probability,
        double margin,
        List<UUID> judgments,
        String model,
        long rankingRevision) {

    public ExportRow {
        prompt = List.copyOf(prompt);
        judgments = List.copyOf(judgments);
    }

    /**
     * A response.
     *
     * @param id the response
     * @param text what it says
     */
    public record Answer(UUID id, String text) {}
}
