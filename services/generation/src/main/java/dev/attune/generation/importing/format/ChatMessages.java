package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import java.util.ArrayList;
import java.util.List;

/** Lists of messages with role and content, as chat formats have them. */
final class ChatMessages {

    private ChatMessages() {}

    /** The messages of a list, whatever their order. */
    static List<Message> read(JsonNode list, String place) throws RowFault {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = Fields.path(place, String.valueOf(i));
            JsonNode message = Fields.object(list, i, at);
            Role role = role(Fields.text(message, at, "role"), at);
            messages.add(new Message(role, content(message, at)));
        }
        return messages;
    }

    private static Role role(String name, String place) throws RowFault {
        return switch (name) {
            // The newer name of the same thing.
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            default ->
                throw new RowFault(
                        Reason.UNSUPPORTED_ROLE,
                        Fields.path(place, "role"),
                        "must be system, developer, user or assistant");
        };
    }

    /** A string, or a list of parts that are all text. */
    private static String content(JsonNode message, String place) throws RowFault {
        JsonNode content = message.get("content");
        if (content == null || !content.isArray()) {
            return Fields.text(message, place, "content");
        }
        String at = Fields.path(place, "content");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < content.size(); i++) {
            String partPlace = Fields.path(at, String.valueOf(i));
            JsonNode part = Fields.object(content, i, partPlace);
            if (!"text".equals(Fields.text(part, partPlace, "type"))) {
                throw new RowFault(Reason.WRONG_TYPE, Fields.path(partPlace, "type"), "only parts of text can be read");
            }
            text.append(Fields.text(part, partPlace, "text"));
        }
        return text.toString();
    }
}
