package dev.attune.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tokeniser: runs of letters and digits, lower-cased, with inner apostrophes kept ("don't" is one token, whichever
 * apostrophe was typed); question and exclamation marks are tokens of their own, all other punctuation is dropped.
 */
public final class Tokens {

    private Tokens() {}

    /** The tokens of a text in their order; never null, empty for a text without words. */
    public static List<String> of(String text) {
        List<String> tokens = new ArrayList<>(text.length() / 5 + 1);
        visit(text, (from, to) -> tokens.add(spelt(text.substring(from, to))));
        return tokens;
    }

    /** Sees where a token stands in its text, as it was typed. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Sees a token.
         *
         * @param from index of its first character
         * @param to index after its last
         */
        void token(int from, int to);
    }

    /** Visits the tokens of a text in their order, for whoever wants no list of them. */
    public static void visit(String text, Visitor visitor) {
        int start = -1;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? text.charAt(i) : ' ';
            if (isWord(c) || (start >= 0 && isApostrophe(c) && i + 1 < length && isWord(text.charAt(i + 1)))) {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0) {
                visitor.token(start, i);
                start = -1;
            }
            if (c == '?' || c == '!') {
                visitor.token(i, i + 1);
            }
        }
    }

    /** How a token that was typed so is spelt: in small letters, with a plain apostrophe. */
    public static String spelt(String typed) {
        return typed.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
