package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Preference rows of TRL: prompt, chosen and rejected as plain strings or as lists of messages; or, without a prompt,
 * chosen and rejected as whole conversations. One turn a row, its last; what was said earlier is history.
 */
@ApplicationScoped
class TrlPreferenceReader implements JsonRowReader {

    private static final String PROMPT = "prompt";
    private static final String CHOSEN = "chosen";
    private static final String REJECTED = "rejected";

    @Override
    public String format() {
        return "trl-preference";
    }

    @Override
    public Reading read(JsonNode row) throws RowFault {
        boolean prompted = Fields.has(row, PROMPT);
        if (prompted && !row.get(PROMPT).isArray()) {
            return plain(row);
        }
        List<Message> prompt = prompted ? ChatMessages.read(Fields.array(row, "", PROMPT), PROMPT) : List.of();
        if (!prompted && row.path(CHOSEN).isTextual()) {
            throw new RowFault(Reason.MISSING_FIELD, PROMPT, "is not there; plain answers need it");
        }
        return Comparison.of(
                dialogue(row, CHOSEN, prompt), dialogue(row, REJECTED, prompt), prompted ? PROMPT : CHOSEN);
    }

    private static Reading plain(JsonNode row) throws RowFault {
        Message prompt = Message.user(Fields.text(row, "", PROMPT));
        Message chosen = Message.assistant(Fields.text(row, "", CHOSEN));
        Message rejected = Message.assistant(Fields.text(row, "", REJECTED));
        return Comparison.of(
                new Dialogue(null, List.of(prompt, chosen)), new Dialogue(null, List.of(prompt, rejected)), PROMPT);
    }

    private static Dialogue dialogue(JsonNode row, String name, List<Message> prompt) throws RowFault {
        List<Message> messages = new ArrayList<>(prompt);
        messages.addAll(ChatMessages.read(Fields.array(row, "", name), name));
        IntFunction<String> field = index ->
                index < prompt.size() ? PROMPT + "/" + index + "/role" : name + "/" + (index - prompt.size()) + "/role";
        return Dialogue.of(messages, field);
    }
}
