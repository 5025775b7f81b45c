package dev.attune.generation.conversation;

import java.util.UUID;

/** What became of a conversation that was to be stored. */
public sealed interface StoreOutcome {

    /** It is new, stored and told of. */
    record Accepted(Conversation conversation) implements StoreOutcome {}

    /** The same one was there already, under this id. */
    record Unchanged(UUID id) implements StoreOutcome {}

    /** Another one, of this id, has its external id. */
    record ExternalIdReused(UUID id) implements StoreOutcome {}
}
