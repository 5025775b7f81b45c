package dev.attune.model.coverage;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.vertical.Vertical;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What coverage counts of a conversation: its labels and none of its words.
 *
 * @param topic the topic's code; null where nobody said it
 * @param stage discovery, strategy or implementation
 * @param tier template, scenario or edge_case
 * @param persona the archetype's code
 * @param edgeCase whether it is about an edge case
 * @param turns in their order
 */
public record Outline(
        @Nullable String topic,
        @Nullable String stage,
        @Nullable String tier,
        @Nullable String persona,
        boolean edgeCase,
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

    private static final Set<String> STAGES = Set.of("discovery", "strategy", "implementation");
    private static final int HIGHEST_GRADE = 5;

    /** The outline of a conversation of which nothing is known but how many turns it has. */
    public static Outline unlabelled(int turns) {
        Turn nothing = new Turn(List.of(), null, List.of(), null);
        return new Outline(
                null,
                null,
                null,
                null,
                false,
                Stream.generate(() -> nothing).limit(turns).toList());
    }

    /** The same with the codes of a vertical alone; whatever else was written as a label is left out. */
    public Outline within(Vertical vertical) {
        return new Outline(
                kept(
                        topic,
                        code -> vertical.topics().topics().stream()
                                .anyMatch(topic -> topic.code().equals(code))),
                kept(stage, STAGES::contains),
                kept(
                        tier,
                        code -> vertical.targets().tiers().stream()
                                .anyMatch(tier -> tier.tier().equals(code))),
                kept(persona, code -> vertical.archetype(code).isPresent()),
                edgeCase,
                turns.stream().map(turn -> within(vertical, turn)).toList());
    }

    private static Turn within(Vertical vertical, Turn turn) {
        return new Turn(
                turn.emotions().stream()
                        .filter(code -> vertical.emotion(code).isPresent())
                        .toList(),
                turn.intensity() != null && turn.intensity() >= 0 && turn.intensity() <= 1 ? turn.intensity() : null,
                turn.strategies().stream()
                        .filter(code -> vertical.strategy(code).isPresent())
                        .toList(),
                turn.grade() != null && turn.grade() >= 1 && turn.grade() <= HIGHEST_GRADE ? turn.grade() : null);
    }

    private static @Nullable String kept(@Nullable String code, Predicate<String> known) {
        return code != null && known.test(code) ? code : null;
    }

    /** The outline of an authored conversation. */
    public static Outline of(AuthoredConversation conversation) {
        return new Outline(
                conversation.topic(),
                conversation.stage(),
                conversation.tier(),
                conversation.persona(),
                conversation.edge() != null,
                conversation.turns().stream().map(Outline::turn).toList());
    }

    private static Turn turn(AuthoredConversation.Turn turn) {
        return new Turn(
                turn.emotions().stream()
                        .map(AuthoredConversation.Emotion::emotion)
                        .filter(Objects::nonNull)
                        .toList(),
                turn.intensity(),
                turn.strategies(),
                turn.responses().isEmpty() ? null : turn.responses().getFirst().grade());
    }
}
