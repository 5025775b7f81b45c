package dev.attune.preference.pair.rest;

import dev.attune.model.conversation.Message;
import dev.attune.preference.pair.PairDetail;
import java.util.List;
import java.util.UUID;

/**
 * A pair with its texts, on the wire.
 *
 * @param pair the pair with its provenance
 * @param conversationId its conversation
 * @param turnNumber its turn's place in the conversation, from 1
 * @param prompt what was said before the responses
 * @param responses response a, then response b
 */
record PairDetailView(
        PairView pair, UUID conversationId, int turnNumber, List<Message> prompt, List<ResponseView> responses) {

    /**
     * A response.
     *
     * @param id the response
     * @param text what it says
     */
    record ResponseView(UUID id, String text) {}

    static PairDetailView from(PairDetail detail) {
        return new PairDetailView(
                PairView.from(detail.pair()),
                detail.conversationId(),
                detail.turnNumber(),
                detail.prompt(),
                List.of(
                        new ResponseView(detail.pair().a(), detail.textA()),
                        new ResponseView(detail.pair().b(), detail.textB())));
    }
}
