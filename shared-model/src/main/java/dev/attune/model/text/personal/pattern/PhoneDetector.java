package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers: those of North America in their usual forms, others after a plus. */
final class PhoneDetector implements Detector {

    private static final String EXTENSION = "(?:,? ?(?:x|ext\\.?|extension) ?\\d{1,6})?";
    private static final Pattern AMERICAN =
            Pattern.compile("(?:\\+?1[-. ]?)?(?:\\((\\d{3})\\) ?|(\\d{3})[-. ]?)(\\d{3})[-. ]?\\d{4}" + EXTENSION);
    private static final Pattern FOREIGN =
            Pattern.compile("\\+[1-9]\\d{0,2}+(?:[-. ]?\\(?\\d{1,5}+\\)?){1,6}+" + EXTENSION);
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{2}[-.]\\d{4}");
    private static final Pattern CONTEXT =
            Pattern.compile("\\b(?:phone|call|cell|text|mobile|reach|fax|telephone|tel|dial|number)\\b");

    @Override
    public void detect(String text, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '+' || c == '(' || Numbers.isDigit(c)) && Numbers.isStart(text, i)) {
                detectAt(text, i, findings);
            }
        }
    }

    private static void detectAt(String text, int start, Findings findings) {
        Matcher american = Numbers.at(AMERICAN, text, start);
        if (american != null && isAmerican(american)) {
            add(start, american, findings);
            return;
        }
        Matcher foreign = text.charAt(start) == '+' ? Numbers.at(FOREIGN, text, start) : null;
        if (foreign != null) {
            int digits = Numbers.digits(foreign.group()).length();
            if (digits >= 9 && digits <= 15) {
                add(start, foreign, findings);
            }
            return;
        }
        Matcher local = Numbers.at(LOCAL, text, start);
        if (local != null && Numbers.follows(CONTEXT, text, start)) {
            add(start, local, findings);
        }
    }

    /** Area and exchange begin with 2 to 9 and are no service numbers such as 911. */
    private static boolean isAmerican(Matcher matcher) {
        String area = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return isCode(area) && isCode(matcher.group(3)) && area.charAt(1) != '9';
    }

    private static boolean isCode(String code) {
        return code.charAt(0) >= '2' && !code.endsWith("11");
    }

    private static void add(int start, Matcher matcher, Findings findings) {
        String digits = Numbers.digits(matcher.group());
        boolean withCountry = digits.length() >= 11 && digits.charAt(0) == '1';
        findings.add(PersonalDataKind.PHONE, start, matcher.end(), withCountry ? digits.substring(1) : digits);
    }
}
