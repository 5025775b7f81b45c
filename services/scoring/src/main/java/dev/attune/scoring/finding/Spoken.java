package dev.attune.scoring.finding;

import dev.attune.model.text.Sentences;
import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A text taken apart once for all validators.
 *
 * @param text the text itself
 * @param sentences its sentences in their order
 * @param tokens the tokens of all of them
 */
public record Spoken(String text, List<Sentence> sentences, List<String> tokens) {

    public Spoken {
        sentences = List.copyOf(sentences);
        tokens = List.copyOf(tokens);
    }

    /** A sentence with its tokens. */
    public record Sentence(String text, List<String> tokens) {
        public Sentence {
            tokens = List.copyOf(tokens);
        }
    }

    /** Takes a text apart. */
    public static Spoken of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        for (String each : Sentences.of(text)) {
            Sentence sentence = new Sentence(each, Tokens.of(each));
            sentences.add(sentence);
            tokens.addAll(sentence.tokens());
        }
        return new Spoken(text, sentences, tokens);
    }
}
