package dev.attune.scoring.finding;

import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.Valence;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Emotions that a text names outright, by the taxonomy's names; a name after a negation is denied. */
final class EmotionWords {

    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "longer", "don't", "doesn't", "isn't", "wasn't", "aren't", "without", "stopped",
            "nothing", "less");
    private static final Set<String> SPEAKER = Set.of("i'm", "feel", "feeling", "am", "makes", "felt");
    private static final Set<String> FORMER = Set.of("anymore", "any");
    private static final int REACH = 3;

    private final Phrases<Emotion> names = new Phrases<>();

    EmotionWords(Vertical vertical) {
        for (Emotion emotion : vertical.emotions().emotions()) {
            emotion.names().forEach(name -> names.add(name, emotion));
        }
    }

    /**
     * A name in a text.
     *
     * @param emotion what it names
     * @param denied whether the text says that it is not so, or no more
     * @param ofSpeaker whether the text says it of who speaks
     * @param words the words of the text
     */
    record Named(Emotion emotion, boolean denied, boolean ofSpeaker, String words) {

        boolean isPleasant() {
            return emotion.valence() == Valence.POSITIVE;
        }

        boolean isUnpleasant() {
            return emotion.valence() == Valence.NEGATIVE;
        }
    }

    private static boolean ofSpeaker(List<String> tokens, int at) {
        return tokens.subList(Math.max(0, at - REACH - 1), at).stream().anyMatch(SPEAKER::contains);
    }

    /** The names in a text's tokens, in their order. */
    List<Named> in(List<String> tokens) {
        List<Named> named = new ArrayList<>();
        for (Phrases.Hit<Emotion> hit : names.in(tokens)) {
            boolean denied = hit.to() < tokens.size() && FORMER.contains(tokens.get(hit.to()));
            for (int at = Math.max(0, hit.from() - REACH); at < hit.from(); at++) {
                denied |= NEGATIONS.contains(tokens.get(at));
            }
            named.add(new Named(
                    hit.meaning(),
                    denied,
                    ofSpeaker(tokens, hit.from()),
                    String.join(" ", tokens.subList(hit.from(), hit.to()))));
        }
        return named;
    }
}
