package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Message;
import java.util.List;
import java.util.Objects;

/** Two dialogues that differ in their last answer alone become one turn with two candidates and a preference. */
final class Comparison {

    private static final String CHOSEN = "chosen";
    private static final String REJECTED = "rejected";

    private Comparison() {}

    /**
     * The draft of a comparison.
     *
     * @param before the field that holds what was said before the answers
     */
    static Reading of(Dialogue chosen, Dialogue rejected, String before) throws RowFault {
        requireAnswer(chosen, CHOSEN);
        requireAnswer(rejected, REJECTED);
        int last = chosen.said().size() - 1;
        if (rejected.said().size() != last + 1 || !sameBefore(chosen, rejected, last)) {
            throw new RowFault(
                    Reason.DIVERGES_EARLY, REJECTED, "differs from the chosen one before the last answer already");
        }
        Turn turn = new Turn(
                chosen.said().get(last - 1).content(),
                List.of(answer(chosen.said().get(last)), answer(rejected.said().get(last))),
                List.of(new Preference(0, 1)));
        ConversationDraft draft =
                new ConversationDraft(null, chosen.system(), chosen.said().subList(0, last - 1), List.of(turn));
        return Reading.ofLine(draft, pointer -> field(pointer, before));
    }

    private static void requireAnswer(Dialogue dialogue, String field) throws RowFault {
        if (!dialogue.isAnswered()) {
            throw new RowFault(Reason.MISSING_RESPONSE, field, "does not end with an answer");
        }
    }

    private static boolean sameBefore(Dialogue chosen, Dialogue rejected, int last) {
        return Objects.equals(chosen.system(), rejected.system())
                && chosen.said().subList(0, last).equals(rejected.said().subList(0, last));
    }

    private static Response answer(Message message) {
        return new Response(message.content(), Generators.IMPORTED);
    }

    private static String field(String pointer, String before) {
        if (pointer.startsWith("/turns/0/responses/1")) {
            return REJECTED;
        }
        return pointer.startsWith("/turns/0/responses/0") ? CHOSEN : before;
    }
}
