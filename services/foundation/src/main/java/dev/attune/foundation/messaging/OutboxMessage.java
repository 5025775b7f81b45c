package dev.attune.foundation.messaging;

import dev.attune.model.message.MessageType;
import java.util.UUID;

/**
 * A message to send.
 *
 * @param type its kind, which says the topic
 * @param key the conversation; messages of one key keep their order
 * @param payload the record of that kind
 */
public record OutboxMessage(MessageType type, UUID key, Record payload) {

    public OutboxMessage {
        if (!type.payload().isInstance(payload)) {
            throw new IllegalArgumentException("not a payload of " + type + ": " + payload.getClass());
        }
    }
}
