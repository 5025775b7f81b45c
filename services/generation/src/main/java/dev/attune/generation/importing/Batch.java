package dev.attune.generation.importing;

import dev.attune.generation.conversation.Conversation;
import java.util.List;

/**
 * Rows that are written in one transaction.
 *
 * @param rows how many lines it is made of
 * @param conversations the good ones, in the order of their lines
 * @param refusals the others
 * @param state running where more is to come, else how the stream ended
 */
record Batch(long rows, List<Conversation> conversations, List<Refusal> refusals, ImportState state) {
    Batch {
        conversations = List.copyOf(conversations);
        refusals = List.copyOf(refusals);
    }
}
