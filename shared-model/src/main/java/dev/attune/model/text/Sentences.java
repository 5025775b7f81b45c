package dev.attune.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a text into sentences: after a full stop, a question or an exclamation mark with what closes a quotation, before a
 * blank. Abbreviations of titles and single initials end no sentence. The sentences, joined by blanks, are the text with
 * each run of white space made one blank.
 */
public final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr.", "mrs.", "ms.", "dr.", "st.", "jr.", "sr.", "vs.", "no.", "inc.", "a.m.", "p.m.", "e.g.", "i.e.",
            "u.s.");
    private static final String END = ".?!\u2026";
    private static final String CLOSING = "\"')\u201d\u2019]";

    private Sentences() {}

    /** The sentences of a text in their order; empty for a blank text. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            sentence.append(sentence.isEmpty() ? "" : " ").append(words[i]);
            if (i + 1 == words.length || ends(words[i], words[i + 1])) {
                sentences.add(sentence.toString());
                sentence.setLength(0);
            }
        }
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private static boolean ends(String word, String next) {
        int last = word.length() - 1;
        while (last > 0 && CLOSING.indexOf(word.charAt(last)) >= 0) {
            last--;
        }
        if (END.indexOf(word.charAt(last)) < 0) {
            return false;
        }
        String lower = word.substring(0, last + 1).toLowerCase(Locale.ROOT);
        boolean initial = lower.length() == 2 && Character.isUpperCase(word.charAt(0)) && !lower.equals("i.");
        if (initial || (ABBREVIATIONS.contains(lower) && !startsSentence(lower, next))) {
            return false;
        }
        // "What?" he asked: a small letter goes on with the sentence.
        return last == word.length() - 1 || !Character.isLowerCase(next.charAt(0));
    }

    /** Of a time of day one cannot tell but by what follows. */
    private static boolean startsSentence(String abbreviation, String next) {
        return abbreviation.endsWith(".m.") && Character.isUpperCase(next.charAt(0));
    }
}
