package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Social security numbers and the taxpayer's numbers beside them, within the ranges that are given out. */
final class SocialSecurityDetector implements Detector {

    private static final Pattern GROUPS = Pattern.compile("\\d{3}([- ])\\d{2}\\1\\d{4}");
    private static final Pattern TOGETHER = Pattern.compile("\\d{9}");
    private static final Pattern CONTEXT =
            Pattern.compile("\\b(?:ssn|itin|social security|social|tax ?payer|tax id)\\b");

    @Override
    public void detect(String text, Findings findings) {
        Numbers.forEachStart(text, start -> {
            Matcher groups = Numbers.at(GROUPS, text, start);
            Matcher together = Numbers.at(TOGETHER, text, start);
            if (groups != null) {
                add(start, groups, findings);
            } else if (together != null && Numbers.follows(CONTEXT, text, start)) {
                add(start, together, findings);
            }
        });
    }

    private static void add(int start, Matcher matcher, Findings findings) {
        String digits = Numbers.digits(matcher.group());
        if (isGivenOut(digits)) {
            findings.add(PersonalDataKind.SSN, start, matcher.end(), digits);
        }
    }

    private static boolean isGivenOut(String digits) {
        int area = Integer.parseInt(digits.substring(0, 3));
        int group = Integer.parseInt(digits.substring(3, 5));
        int serial = Integer.parseInt(digits.substring(5));
        if (area >= 900) {
            return (group >= 50 && group <= 65) || (group >= 70 && group <= 99 && group != 89 && group != 93);
        }
        return area != 0 && area != 666 && group != 0 && serial != 0;
    }
}
