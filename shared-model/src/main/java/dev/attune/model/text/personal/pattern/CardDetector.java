package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment cards: an issuer's first digits, the groups that are usual, a good check digit. */
final class CardDetector implements Detector {

    private static final Pattern SHAPE = Pattern.compile(
            "\\d{13,19}+|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,4}(?:\\1\\d{3})?|\\d{4}([ -])\\d{6}\\2\\d{4,5}");
    private static final Pattern ISSUER = Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})"
            + "|5[1-5]\\d{14}"
            + "|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}"
            + "|3[47]\\d{13}"
            + "|3(?:0[0-5]|[689]\\d)\\d{11}"
            + "|35\\d{14}"
            + "|6(?:011|4[4-9]\\d|5\\d\\d|2\\d\\d)\\d{12,15}");

    @Override
    public void detect(String text, Findings findings) {
        Numbers.forEachStart(text, start -> {
            Matcher shape = Numbers.at(SHAPE, text, start);
            if (shape != null) {
                String digits = Numbers.digits(shape.group());
                if (ISSUER.matcher(digits).matches() && Checksums.luhn(digits)) {
                    findings.add(PersonalDataKind.CARD, start, shape.end(), digits);
                }
            }
        });
    }
}
