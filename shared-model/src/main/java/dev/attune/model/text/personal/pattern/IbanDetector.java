package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.regex.Pattern;

/** International account numbers, together or in groups of four, with good check digits. */
final class IbanDetector implements Detector {

    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4}+)?");
    private static final int SHORTEST = 15;

    @Override
    public void detect(String text, Findings findings) {
        Starts.findAll(
                IBAN,
                text,
                IbanDetector::mayBegin,
                matcher -> addLongest(text, matcher.start(), matcher.end(), findings));
    }

    private static boolean mayBegin(String text, int index) {
        return Character.isUpperCase(text.charAt(index))
                && index + 2 < text.length()
                && Numbers.isDigit(text.charAt(index + 2));
    }

    /** What follows an IBAN may look like a group of it. */
    private static void addLongest(String text, int start, int longest, Findings findings) {
        for (int end = longest; end > start; end = text.lastIndexOf(' ', end - 1)) {
            String iban = text.substring(start, end).replace(" ", "");
            if (iban.length() < SHORTEST) {
                return;
            }
            boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (whole && Checksums.iban(iban)) {
                findings.add(PersonalDataKind.IBAN, start, end, iban);
                return;
            }
        }
    }
}
