package dev.attune.model.conversation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers out of a text: amounts, percentages and counts, without dates, times, forms and telephone numbers. */
final class Numbers {

    private static final Pattern NO_AMOUNT = Pattern.compile(
            "\\b\\d{3}-\\d{3}-\\d{4}\\b|\\b911\\b|\\b\\d{1,2}:\\d\\d\\b|\\b(19|20)\\d\\d\\b|\\b1099\\b|\\b401\\(?k\\)?|\\b403\\(?b\\)?"
                    + "|\\b529\\b|\\b1040\\b|\\b409A\\b|\\bW-\\d|\\b\\d+(st|nd|rd|th)\\b"
                    + "|\\b(January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.? \\d{1,2}\\b"
                    + "|\\b\\d{1,2} (a\\.m\\.|p\\.m\\.|am\\b|pm\\b|o'clock)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\$?(\\d[\\d,]*(?:\\.\\d+)?)(\\s?k\\b)?");

    private Numbers() {}

    /** The numbers of a text in their order. */
    static List<Double> of(String text) {
        return NUMBER.matcher(NO_AMOUNT.matcher(text).replaceAll(" "))
                .results()
                .map(match ->
                        Double.parseDouble(match.group(1).replace(",", "")) * (match.group(2) == null ? 1 : 1_000))
                .toList();
    }

    /** The weight of the last digit that is written: 1 for 378, 0.01 for 202.90. */
    static double lastDigit(String words) {
        Matcher decimals = Pattern.compile("\\.(\\d+)").matcher(words);
        return decimals.find() ? Math.pow(10, -decimals.group(1).length()) : 1;
    }
}
