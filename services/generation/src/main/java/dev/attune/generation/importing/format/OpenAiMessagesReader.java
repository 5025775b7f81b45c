package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation as a list of messages. Every message of the user is a turn and the assistant's message after it the
 * answer; a last message of the user is a turn that nobody has answered.
 */
@ApplicationScoped
class OpenAiMessagesReader implements JsonRowReader {

    private static final String MESSAGES = "messages";
    private static final Pattern OF_TURN = Pattern.compile("/turns/(\\d+)(/responses/.+)?.*");

    @Override
    public String format() {
        return "openai-messages";
    }

    @Override
    public Reading read(JsonNode row) throws RowFault {
        List<Message> messages = ChatMessages.read(Fields.array(row, "", MESSAGES), MESSAGES);
        Dialogue dialogue = Dialogue.of(messages, index -> MESSAGES + "/" + index + "/role");
        if (dialogue.said().isEmpty()) {
            throw new RowFault(Reason.MISSING_FIELD, MESSAGES, "holds no message of a user");
        }
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < dialogue.said().size(); i += 2) {
            List<Response> responses = i + 1 < dialogue.said().size()
                    ? List.of(new Response(dialogue.said().get(i + 1).content(), Generators.IMPORTED))
                    : List.of();
            turns.add(new Turn(dialogue.said().get(i).content(), responses, List.of()));
        }
        ConversationDraft draft = new ConversationDraft(null, dialogue.system(), List.of(), turns);
        return Reading.ofLine(draft, pointer -> field(pointer, dialogue.offset()));
    }

    private static String field(String pointer, int offset) {
        if (pointer.equals("/system")) {
            return MESSAGES + "/0/content";
        }
        Matcher turn = OF_TURN.matcher(pointer);
        if (!turn.matches()) {
            return MESSAGES;
        }
        int message = offset + 2 * Integer.parseInt(turn.group(1)) + (turn.group(2) == null ? 0 : 1);
        return MESSAGES + "/" + message + "/content";
    }
}
