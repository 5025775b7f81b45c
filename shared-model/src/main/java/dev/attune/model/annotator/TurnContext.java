package dev.attune.model.annotator;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.Personas.Archetype;
import dev.attune.model.vertical.Strategies.Strategy;
import dev.attune.model.vertical.Valence;
import dev.attune.model.vertical.Vertical;
import java.util.Optional;

/**
 * One turn with all that the rules look at.
 *
 * @param vertical the taxonomy
 * @param conversation the whole conversation
 * @param index the turn's place, from 0
 * @param pointer where its training pair stands in the document
 * @param derived takes the pointers of what comes by rule
 */
record TurnContext(Vertical vertical, AuthoredConversation conversation, int index, String pointer, Derived derived) {

    Turn turn() {
        return conversation.turns().get(index);
    }

    Optional<Turn> before() {
        return index == 0 ? Optional.empty() : Optional.of(conversation.turns().get(index - 1));
    }

    Optional<Turn> next() {
        return index + 1 < conversation.turns().size()
                ? Optional.of(conversation.turns().get(index + 1))
                : Optional.empty();
    }

    boolean isLast() {
        return next().isEmpty();
    }

    Response target() {
        return turn().responses().getFirst();
    }

    double intensity() {
        return turn().intensity() == null ? 0.5 : turn().intensity();
    }

    Emotion primary() {
        return emotion(turn(), 0);
    }

    Emotion secondary() {
        return emotion(turn(), 1);
    }

    Emotion primaryOf(Turn other) {
        return emotion(other, 0);
    }

    private Emotion emotion(Turn turn, int place) {
        return vertical.emotion(turn.emotions().get(place).emotion()).orElseThrow();
    }

    Strategy primaryStrategy() {
        return vertical.strategy(turn().strategies().getFirst()).orElseThrow();
    }

    Archetype archetype() {
        return vertical.archetype(String.valueOf(conversation.persona())).orElseThrow();
    }

    boolean uses(String strategy) {
        return turn().strategies().contains(strategy);
    }

    boolean shows(String category) {
        return turn().indicators().stream()
                .anyMatch(indicator -> indicator.category().equals(category));
    }

    boolean isNegative() {
        return primary().valence() == Valence.NEGATIVE;
    }

    boolean asks() {
        return target().text().contains("?");
    }
}
