package dev.attune.generation.conversation;

import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.Conversation.Preference;
import dev.attune.generation.conversation.Conversation.Response;
import dev.attune.generation.conversation.Conversation.Turn;
import dev.attune.generation.generator.Generator;
import dev.attune.generation.generator.TurnContext;
import dev.attune.model.Ids;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import dev.attune.model.message.TurnState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes conversations out of drafts that keep the rules: gives identifiers, carries what was said into the histories of
 * the later turns, and lets the generator answer a turn that nobody has answered. Computes only.
 */
@ApplicationScoped
public class ConversationFactory {

    private final Generator generator;

    ConversationFactory(Generator generator) {
        this.generator = generator;
    }

    /** The conversation of a draft. */
    public Conversation make(ConversationDraft draft, Origin origin) {
        List<Message> said = new ArrayList<>();
        if (draft.system() != null) {
            said.add(new Message(Role.SYSTEM, draft.system()));
        }
        said.addAll(draft.opening());
        int number = 1
                + (int) draft.opening().stream()
                        .filter(message -> message.role() == Role.USER)
                        .count();
        List<Turn> turns = new ArrayList<>();
        for (ConversationDraft.Turn turn : draft.turns()) {
            Turn made = turn(turn, number++, said);
            turns.add(made);
            said.add(Message.user(made.text()));
            if (!made.responses().isEmpty()) {
                said.add(Message.assistant(made.responses().getFirst().text()));
            }
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Conversation(
                Ids.next(),
                origin,
                draft.externalId(),
                draft.contentHash(),
                draft.system(),
                now,
                turns,
                draft.outline());
    }

    private Turn turn(ConversationDraft.Turn draft, int number, List<Message> said) {
        List<Response> responses = draft.responses().isEmpty()
                ? generate(new TurnContext(said, draft.client()))
                : draft.responses().stream()
                        .map(response -> new Response(Ids.next(), response.text(), response.generator()))
                        .toList();
        List<Preference> preferences = draft.preferences().stream()
                .map(preference -> new Preference(
                        responses.get(preference.chosen()).id(),
                        responses.get(preference.rejected()).id()))
                .toList();
        TurnState state = responses.isEmpty() ? TurnState.OPEN : TurnState.COMPLETE;
        return new Turn(Ids.next(), number, 1, state, said, draft.client(), responses, preferences);
    }

    private List<Response> generate(TurnContext context) {
        return generator.candidates(context).stream()
                .map(draft -> new Response(Ids.next(), draft.text(), generator.name()))
                .toList();
    }
}
