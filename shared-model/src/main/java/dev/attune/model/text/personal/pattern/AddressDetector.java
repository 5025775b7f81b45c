package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Street addresses of the United States with what follows of flat, city, state and postal code; post office boxes. */
final class AddressDetector implements Detector {

    private static final String DIRECTION = "(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\\b\\.?";
    private static final String TYPE = "(?i:street|st|avenue|ave|boulevard|blvd|road|rd|lane|ln|drive|dr|court|ct"
            + "|circle|cir|place|pl|terrace|ter|parkway|pkwy|highway|hwy|way|trail|trl|square|sq|loop|alley|plaza"
            + "|crossing|ridge|run|path|pike)\\b\\.?";
    private static final String FLAT =
            "(?:[, \\n]{1,2}(?i:apt|apartment|unit|suite|ste|floor)\\b\\.? ?#?[A-Za-z0-9-]{1,6}\\b|,? #[A-Za-z0-9-]{1,6}\\b)?";
    private static final String CITY =
            "(?:[, \\n]{1,2}(?:in )?[A-Z][A-Za-z.']{1,20}(?: [A-Z][A-Za-z.']{1,20}){0,2}[, \\n]{1,2}" + States.FORM
                    + "(?:" + States.ZIP + ")?)?";
    private static final Pattern STREET =
            Pattern.compile("\\d{1,6}[A-Za-z]?(?:-\\d{1,4}|(?: 1/2))? (?:" + DIRECTION + " )?"
                    + "(?:(?:[A-Z][A-Za-z'.]{1,20}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}" + TYPE + "(?: " + DIRECTION + ")?"
                    + FLAT + "(" + CITY + ")");
    private static final Pattern BOX = Pattern.compile("(?i:\\bP\\.? ?O\\.? ?Box) #?\\d{1,6}\\b" + CITY);
    private static final Starts.Test BOX_START = Starts.ofWord("p");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d ");
    private static final Pattern BEFORE_YEAR =
            Pattern.compile("\\b(?:in|since|by|during|of|until|from|after|before) $");

    @Override
    public void detect(String text, Findings findings) {
        Numbers.forEachStart(text, start -> {
            Matcher street = STREET.matcher(text).region(start, text.length());
            if (street.lookingAt() && !isYear(text, start, street)) {
                add(street, findings);
            }
        });
        if (text.contains("ox") || text.contains("OX")) {
            Starts.findAll(BOX, text, BOX_START, box -> add(box, findings));
        }
    }

    /** "In 2008 Wall Street" is no address. */
    private static boolean isYear(String text, int start, Matcher street) {
        return street.group(1).isEmpty()
                && YEAR.matcher(text).region(start, text.length()).lookingAt()
                && Numbers.follows(BEFORE_YEAR, text, start);
    }

    private static void add(Matcher matcher, Findings findings) {
        String value = matcher.group().toLowerCase(Locale.ROOT).replaceAll("[,.\\s]+", " ");
        findings.add(PersonalDataKind.ADDRESS, matcher.start(), matcher.end(), value);
    }
}
