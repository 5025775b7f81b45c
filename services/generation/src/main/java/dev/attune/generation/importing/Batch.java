package dev.attune.generation.importing;

import dev.attune.generation.conversation.Conversation;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rows that are written in one transaction.
 *
 * @param rows how many lines it is made of
 * @param conversations the good ones, in the order of their lines
 * @param replaced the personal data that were replaced in a conversation, by its id; none where it is not there
 * @param refusals the others
 * @param state running where more is to come, else how the stream ended
 */
record Batch(
        long rows,
        List<Conversation> conversations,
        Map<UUID, PersonalDataCounts> replaced,
        List<Refusal> refusals,
        ImportState state) {
    Batch {
        conversations = List.copyOf(conversations);
        replaced = Map.copyOf(replaced);
        refusals = List.copyOf(refusals);
    }
}
