package dev.attune.model.text.personal.pattern;

import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where numbers stand in a text, and what stands around them. */
final class Numbers {

    private static final int CONTEXT = 40;

    private Numbers() {}

    /** Calls back with every place where a number begins that is no amount and no part of a longer number or word. */
    static void forEachStart(String text, IntConsumer consumer) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i)) && isStart(text, i)) {
                consumer.accept(i);
            }
        }
    }

    /** Whether what begins here is neither an amount nor a part of a longer number or word. */
    static boolean isStart(String text, int start) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        if (Character.isLetterOrDigit(before) || before == '_' || isCurrency(before)) {
            return false;
        }
        if (before == ' ' && start > 1 && isCurrency(text.charAt(start - 2))) {
            return false;
        }
        boolean joins = before == '-' || before == '.' || before == ',' || before == '/';
        return !joins || start == 1 || !Character.isLetterOrDigit(text.charAt(start - 2));
    }

    /** Whether a number may end here: no digit, letter, percent sign, decimal or further group follows. */
    static boolean isEnd(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char next = text.charAt(end);
        if (Character.isLetterOrDigit(next) || next == '_' || next == '%') {
            return false;
        }
        boolean joins = next == '-' || next == '.' || next == ',' || next == '/';
        return !joins || end + 1 >= text.length() || !isDigit(text.charAt(end + 1));
    }

    /** What the pattern matches right here, ending where a number may end; null for nothing. */
    static @Nullable Matcher at(Pattern pattern, String text, int start) {
        Matcher matcher = pattern.matcher(text).region(start, text.length());
        return matcher.lookingAt() && isEnd(text, matcher.end()) ? matcher : null;
    }

    /** The digits of it, without what separates them. */
    static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        number.chars().filter(c -> isDigit((char) c)).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** Whether the words shortly before, lower-case, hold the pattern. */
    static boolean follows(Pattern context, String text, int start) {
        int from = Math.max(0, start - CONTEXT);
        return context.matcher(text.substring(from, start).toLowerCase(Locale.ROOT))
                .find();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
