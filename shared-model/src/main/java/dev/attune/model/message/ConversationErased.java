package dev.attune.model.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation was erased: whoever holds anything of it deletes that, and never takes in an older message of it again.
 *
 * @param dataset the dataset's name
 * @param conversationId the conversation; the message's key
 * @param at when its owner erased it
 */
public record ConversationErased(String dataset, UUID conversationId, Instant at) {

    public ConversationErased {
        if (conversationId == null) {
            throw new IllegalArgumentException("the conversation is not named");
        }
    }
}
