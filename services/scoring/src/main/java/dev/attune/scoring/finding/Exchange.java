package dev.attune.scoring.finding;

import dev.attune.model.conversation.Message;
import dev.attune.model.vertical.StrategySelector.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's message with the replies to it, and what is known and stated of them.
 *
 * @param history what was said before
 * @param client the client's message
 * @param before the client's state in the message before; null in the first turn
 * @param now the client's state in this message
 * @param replies the replies that compete
 * @param stated what the conversation's metadata say; null where they say nothing
 */
public record Exchange(
        List<Message> history,
        Spoken client,
        @Nullable State before,
        State now,
        List<Reply> replies,
        @Nullable Stated stated) {

    public Exchange {
        history = List.copyOf(history);
        replies = List.copyOf(replies);
    }

    /**
     * A reply.
     *
     * @param said what it says
     * @param strategies the strategies that it uses by the taxonomy's codes, surest first; empty where that is not known
     */
    public record Reply(Spoken said, List<String> strategies) {
        public Reply {
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * What metadata state of a turn.
     *
     * @param topic the topic's code, or words for it
     * @param persona the archetype's code or name
     * @param objective what is to be learnt from it, in words
     * @param skills the skills and strategies that the reply is said to show, by code or in words
     */
    public record Stated(
            @Nullable String topic,
            @Nullable String persona,
            @Nullable String objective,
            List<String> skills) {
        public Stated {
            skills = List.copyOf(skills);
        }
    }
}
