package dev.attune.generation.generator;

import dev.attune.generation.generator.PhraseBook.Family;
import dev.attune.generation.generator.PhraseBook.Topic;
import dev.attune.model.text.Tokens;
import java.util.List;
import java.util.Optional;

/** Finds the feeling and the topic of a text by words that show them. */
final class Cues {

    private final String tokens;

    private Cues(String tokens) {
        this.tokens = tokens;
    }

    static Cues of(String text) {
        return new Cues(" " + String.join(" ", Tokens.of(text)) + " ");
    }

    /** The family with the most cues, an urgent one before all; the last where nothing shows. */
    Family feeling(List<Family> families) {
        Family best = families.getLast();
        int most = 0;
        for (Family family : families) {
            int count = count(family.cues());
            if (family.urgent() && count > 0) {
                return family;
            }
            if (count > most) {
                best = family;
                most = count;
            }
        }
        return best;
    }

    /** The topic with the most cues; empty where nothing shows. */
    Optional<Topic> topic(List<Topic> topics) {
        Optional<Topic> best = Optional.empty();
        int most = 0;
        for (Topic topic : topics) {
            int count = count(topic.cues());
            if (count > most) {
                best = Optional.of(topic);
                most = count;
            }
        }
        return best;
    }

    private int count(List<String> cues) {
        return (int)
                cues.stream().filter(cue -> tokens.contains(" " + cue + " ")).count();
    }
}
