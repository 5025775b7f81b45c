package dev.attune.generation.conversation;

import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.model.conversation.Message;
import dev.attune.model.text.personal.Anonymised;
import dev.attune.model.text.personal.Anonymiser;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Anonymises all texts of a draft together, so that a person keeps one name from the first turn to the last. */
final class AnonymiseDraft {

    private AnonymiseDraft() {}

    /** The draft without the personal data that were found in it, and how much that was. */
    record Result(ConversationDraft draft, PersonalDataCounts replaced) {}

    static Result anonymise(ConversationDraft draft, Set<String> people) {
        Anonymised anonymised = Anonymiser.anonymise(texts(draft), people);
        return new Result(withTexts(draft, anonymised.texts().iterator()), anonymised.replaced());
    }

    private static List<String> texts(ConversationDraft draft) {
        List<String> texts = new ArrayList<>();
        if (draft.system() != null) {
            texts.add(draft.system());
        }
        draft.opening().forEach(message -> texts.add(message.content()));
        for (Turn turn : draft.turns()) {
            texts.add(turn.client());
            turn.responses().forEach(response -> texts.add(response.text()));
        }
        return texts;
    }

    /** The same draft with these texts, which come in the order of {@link #texts}. */
    private static ConversationDraft withTexts(ConversationDraft draft, Iterator<String> texts) {
        String system = draft.system() == null ? null : texts.next();
        List<Message> opening = new ArrayList<>();
        draft.opening().forEach(message -> opening.add(new Message(message.role(), texts.next())));
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : draft.turns()) {
            String client = texts.next();
            List<Response> responses = new ArrayList<>();
            turn.responses().forEach(response -> responses.add(new Response(texts.next(), response.generator())));
            turns.add(new Turn(client, responses, turn.preferences()));
        }
        return new ConversationDraft(draft.externalId(), system, opening, turns, draft.outline());
    }
}
