package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Finding;
import dev.attune.model.text.personal.finding.Findings;
import java.util.List;

/** Everything that is found by its form, the surer kinds before the others. */
public final class Patterns {

    private static final List<Detector> DETECTORS = List.of(
            new UrlDetector(),
            new EmailDetector(),
            new IbanDetector(),
            new CardDetector(),
            new SocialSecurityDetector(),
            new AccountDetector(),
            new BirthDateDetector(),
            new AddressDetector(),
            new IpDetector(),
            new PhoneDetector());

    private Patterns() {}

    /** What is found in a text, in its order; the indexes are those of the text as it is given. */
    public static List<Finding> find(String text) {
        if (!mayHold(text)) {
            return List.of();
        }
        String plain = plain(text);
        Findings findings = new Findings();
        DETECTORS.forEach(detector -> detector.detect(plain, findings));
        return findings.inOrder();
    }

    /** Every form has a digit, an at sign or a site in it; most that is said has none of these. */
    private static boolean mayHold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Numbers.isDigit(c) || c == '@' || c == '/') {
                return true;
            }
        }
        return UrlDetector.mayHold(text);
    }

    /** The same text, character by character, with one kind of blank, hyphen and apostrophe. */
    public static String plain(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = switch (characters[i]) {
                case '\u00a0', '\u2007', '\u2009', '\u202f', '\t' -> ' ';
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
                case '\u2018', '\u2019' -> '\'';
                default -> characters[i];
            };
        }
        return new String(characters);
    }
}
