package dev.attune.generation.conversation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.conversation.rest.TurnView.PreferenceView;
import dev.attune.generation.conversation.rest.TurnView.ResponseView;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import dev.attune.model.message.TurnState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, whole; the history of each turn follows from what stands before it.
 *
 * @param conversation the conversation
 * @param dataset where it belongs
 * @param source what sent it
 * @param id the name that the sender has for it
 * @param importId the import that brought it
 * @param line its line in that import
 * @param system what the model is told before it
 * @param opening what was said before the first turn
 * @param createdAt when it was made here
 * @param turns in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
        UUID conversation,
        String dataset,
        String source,
        @Nullable String id,
        @JsonProperty("import") @Nullable UUID importId,
        @Nullable Long line,
        @Nullable String system,
        List<Message> opening,
        Instant createdAt,
        List<SaidTurnView> turns) {

    /** A turn of the conversation. */
    public record SaidTurnView(
            UUID turn,
            int number,
            long revision,
            TurnState state,
            String text,
            List<ResponseView> responses,
            List<PreferenceView> preferences) {

        private static SaidTurnView from(Turn turn) {
            return new SaidTurnView(
                    turn.id(),
                    turn.number(),
                    turn.revision(),
                    turn.state(),
                    turn.text(),
                    turn.responses().stream().map(ResponseView::from).toList(),
                    turn.preferences().stream().map(PreferenceView::from).toList());
        }
    }

    static ConversationView from(Conversation conversation) {
        return new ConversationView(
                conversation.id(),
                conversation.origin().dataset(),
                conversation.origin().source(),
                conversation.externalId(),
                conversation.origin().importId(),
                conversation.origin().line(),
                conversation.system(),
                conversation.turns().getFirst().history().stream()
                        .filter(message -> message.role() != Role.SYSTEM)
                        .toList(),
                conversation.createdAt(),
                conversation.turns().stream().map(SaidTurnView::from).toList());
    }
}
