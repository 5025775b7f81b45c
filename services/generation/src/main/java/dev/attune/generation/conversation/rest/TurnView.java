package dev.attune.generation.conversation.rest;

import dev.attune.generation.conversation.Conversation.Preference;
import dev.attune.generation.conversation.Conversation.Response;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.conversation.ConversationQueries.LocatedTurn;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.TurnState;
import java.util.List;
import java.util.UUID;

/** A turn with its history. */
public record TurnView(
        UUID turn,
        UUID conversation,
        String dataset,
        int number,
        long revision,
        TurnState state,
        List<Message> history,
        String text,
        List<ResponseView> responses,
        List<PreferenceView> preferences) {

    /** A response. */
    public record ResponseView(UUID response, String text, String generator) {
        static ResponseView from(Response response) {
            return new ResponseView(response.id(), response.text(), response.generator());
        }
    }

    /** A preference that came with the data. */
    public record PreferenceView(UUID chosen, UUID rejected) {
        static PreferenceView from(Preference preference) {
            return new PreferenceView(preference.chosen(), preference.rejected());
        }
    }

    static TurnView from(LocatedTurn located) {
        Turn turn = located.turn();
        return new TurnView(
                turn.id(),
                located.conversationId(),
                located.dataset(),
                turn.number(),
                turn.revision(),
                turn.state(),
                turn.history(),
                turn.text(),
                turn.responses().stream().map(ResponseView::from).toList(),
                turn.preferences().stream().map(PreferenceView::from).toList());
    }
}
