package dev.attune.model.coverage;

import dev.attune.model.conversation.AuthoredConversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What coverage counts of a conversation: its labels and none of its words.
 *
 * @param topic the topic's code; null where nobody said it
 * @param stage discovery, strategy or implementation
 * @param tier template, scenario or edge_case
 * @param persona the archetype's code
 * @param edge which edge case it is about; null for none
 * @param turns in their order
 */
public record Outline(
        @Nullable String topic,
        @Nullable String stage,
        @Nullable String tier,
        @Nullable String persona,
        @Nullable String edge,
        List<Turn> turns) {

    public Outline {
        turns = List.copyOf(turns);
    }

    /**
     * What is counted of a turn.
     *
     * @param emotions the client's emotions, primary first
     * @param intensity how strong they are, 0 to 1
     * @param strategies what the response that was said does
     * @param grade the overall grade of that response, 1 to 5
     */
    public record Turn(
            List<String> emotions,
            @Nullable Double intensity,
            List<String> strategies,
            @Nullable Integer grade) {

        public Turn {
            emotions = List.copyOf(emotions);
            strategies = List.copyOf(strategies);
        }
    }

    /** The outline of an authored conversation. */
    public static Outline of(AuthoredConversation conversation) {
        return new Outline(
                conversation.topic(),
                conversation.stage(),
                conversation.tier(),
                conversation.persona(),
                conversation.edge(),
                conversation.turns().stream().map(Outline::turn).toList());
    }

    private static Turn turn(AuthoredConversation.Turn turn) {
        return new Turn(
                turn.emotions().stream()
                        .map(AuthoredConversation.Emotion::emotion)
                        .toList(),
                turn.intensity(),
                turn.strategies(),
                turn.responses().isEmpty() ? null : turn.responses().getFirst().grade());
    }
}
