package dev.attune.generation.importing.format;

import org.jspecify.annotations.Nullable;

/** What a line of a chat log looks like, before it is known what stands around it. */
sealed interface ChatLogLine {

    /**
     * The border of two conversations.
     *
     * @param id the name of the next one; null where it has none
     */
    record Border(@Nullable String id) implements ChatLogLine {}

    /**
     * A speaker and what is said.
     *
     * @param stamped whether a time stands before it
     * @param named whether the speaker is known or looks like a name
     */
    record Message(String speaker, String text, boolean stamped, boolean named) implements ChatLogLine {}

    /**
     * A line with a time and without a speaker, or with what a messenger writes instead of a message.
     *
     * @param named whether a speaker stands before it
     */
    record OfMessenger(boolean named) implements ChatLogLine {}

    /** Anything else: mostly what goes on from the line before. */
    record Plain() implements ChatLogLine {}
}
