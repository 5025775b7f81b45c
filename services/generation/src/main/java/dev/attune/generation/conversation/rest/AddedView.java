package dev.attune.generation.conversation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.generation.conversation.Conversation;
import dev.attune.model.message.TurnState;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a conversation that was posted.
 *
 * @param conversation the conversation
 * @param outcome {@code accepted}, or {@code unchanged} where it was there already
 * @param turns its turns
 * @param anonymised what was replaced in it as it was posted; only where its dataset anonymises
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddedView(
        UUID conversation,
        String outcome,
        List<AddedTurnView> turns,
        @Nullable PersonalDataCounts anonymised) {

    /**
     * A turn, without its texts.
     *
     * @param turn the turn
     * @param number its place in the conversation, from 1
     * @param state whether candidates are still to come
     * @param responses the ids of its responses, in their order
     */
    public record AddedTurnView(UUID turn, int number, TurnState state, List<UUID> responses) {}

    static AddedView from(Conversation conversation, String outcome, @Nullable PersonalDataCounts anonymised) {
        return new AddedView(
                conversation.id(),
                outcome,
                conversation.turns().stream()
                        .map(turn -> new AddedTurnView(
                                turn.id(),
                                turn.number(),
                                turn.state(),
                                turn.responses().stream()
                                        .map(Conversation.Response::id)
                                        .toList()))
                        .toList(),
                anonymised);
    }
}
