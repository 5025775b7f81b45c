package dev.attune.model.text.personal.pattern;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds patterns as {@link Matcher#find()} does, but tries them only where a look at a character or two says that they
 * may begin: in prose that is nearly nowhere, while a try costs as much as reading a line.
 */
final class Starts {

    private Starts() {}

    /** Whether a pattern may begin at an index; may say yes too often, never no where the pattern matches. */
    interface Test {
        boolean mayBegin(String text, int index);
    }

    /** A word that begins with one of these letters, given in lower case, whatever its own case. */
    static Test ofWord(String initials) {
        return (text, index) -> initials.indexOf(lower(text.charAt(index))) >= 0 && !isLetter(text, index - 1);
    }

    /** Calls back with every match, one after the other and none within another one. */
    static void findAll(Pattern pattern, String text, Test test, Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int i = 0;
        while (i < text.length()) {
            if (test.mayBegin(text, i) && matcher.region(i, text.length()).lookingAt() && matcher.end() > i) {
                int end = matcher.end();
                found.accept(matcher);
                i = end;
            } else {
                i++;
            }
        }
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    private static boolean isLetter(String text, int index) {
        if (index < 0) {
            return false;
        }
        char c = lower(text.charAt(index));
        return c >= 'a' && c <= 'z';
    }
}
