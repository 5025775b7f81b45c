package dev.attune.generation.conversation.rest;

import dev.attune.generation.conversation.Conversation;
import dev.attune.model.message.TurnState;
import java.util.List;
import java.util.UUID;

/**
 * What became of a conversation that was posted.
 *
 * @param conversation the conversation
 * @param outcome {@code accepted}, or {@code unchanged} where it was there already
 * @param turns its turns
 */
public record AddedView(UUID conversation, String outcome, List<AddedTurnView> turns) {

    /**
     * A turn, without its texts.
     *
     * @param turn the turn
     * @param number its place in the conversation, from 1
     * @param state whether candidates are still to come
     * @param responses the ids of its responses, in their order
     */
    public record AddedTurnView(UUID turn, int number, TurnState state, List<UUID> responses) {}

    static AddedView from(Conversation conversation, String outcome) {
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
                        .toList());
    }
}
