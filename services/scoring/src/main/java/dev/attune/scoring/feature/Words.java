package dev.attune.scoring.feature;

import dev.attune.model.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text taken apart once.
 *
 * @param tokens its tokens in their order
 * @param vocabulary each token once
 * @param sentences how many sentences it has, at least 1
 */
public record Words(List<String> tokens, Set<String> vocabulary, int sentences) {

    public Words {
        tokens = List.copyOf(tokens);
        vocabulary = Set.copyOf(vocabulary);
    }

    /** Takes a text apart. */
    public static Words of(String text) {
        List<String> tokens = Tokens.of(text);
        return new Words(tokens, new HashSet<>(tokens), sentences(text));
    }

    /** How often this token occurs. */
    int count(String token) {
        int count = 0;
        for (String each : tokens) {
            count += each.equals(token) ? 1 : 0;
        }
        return count;
    }

    /** Whether the token is a number, or begins with one as "401k" does. */
    static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }

    private static int sentences(String text) {
        int sentences = 0;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open && isEnd(text, i)) {
                sentences++;
                open = false;
            } else if (Character.isLetterOrDigit(c)) {
                open = true;
            }
        }
        return Math.max(1, open ? sentences + 1 : sentences);
    }

    /** The stop in "14.50" ends nothing. */
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        boolean last = at + 1 == text.length();
        return c == '?' || c == '!' || c == '\n' || (c == '.' && (last || !Character.isDigit(text.charAt(at + 1))));
    }
}
