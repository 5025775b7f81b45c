package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of the HH-RLHF data: chosen and rejected as transcripts of {@code Human:} and {@code Assistant:}, each speaker
 * after an empty line. One turn a row, its last; what was said earlier is history. Texts are trimmed.
 */
@ApplicationScoped
class HhRlhfReader implements JsonRowReader {

    private static final Pattern SPEAKER = Pattern.compile("(?:\\A|\\n\\n)(Human|Assistant):");

    @Override
    public String format() {
        return "hh-rlhf";
    }

    @Override
    public Reading read(JsonNode row) throws RowFault {
        Dialogue chosen = dialogue(row, "chosen");
        return Comparison.of(chosen, dialogue(row, "rejected"), "chosen");
    }

    private static Dialogue dialogue(JsonNode row, String field) throws RowFault {
        List<Message> messages = transcript(Fields.text(row, "", field), field);
        return Dialogue.of(messages, index -> field);
    }

    private static List<Message> transcript(String text, String field) throws RowFault {
        List<Message> messages = new ArrayList<>();
        Matcher speaker = SPEAKER.matcher(text);
        boolean found = speaker.find();
        if (!found
                || !text.substring(0, speaker.start()).isBlank()
                || !speaker.group(1).equals("Human")) {
            throw new RowFault(Reason.NO_HUMAN_FIRST, field, "does not begin with Human:");
        }
        while (found) {
            boolean human = speaker.group(1).equals("Human");
            int start = speaker.end();
            found = speaker.find();
            String content = text.substring(start, found ? speaker.start() : text.length())
                    .strip();
            messages.add(human ? Message.user(content) : Message.assistant(content));
        }
        return messages;
    }
}
