package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, from the at sign outwards. */
final class EmailDetector implements Detector {

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,6}\\p{L}{2,24}(?![\\p{L}\\p{N}])");
    private static final int LONGEST_NAME = 64;

    @Override
    public void detect(String text, Findings findings) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
                start--;
            }
            while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            Matcher domain = DOMAIN.matcher(text).region(at + 1, text.length());
            if (start < at && domain.lookingAt()) {
                String value = text.substring(start, domain.end()).toLowerCase(Locale.ROOT);
                findings.add(PersonalDataKind.EMAIL, start, domain.end(), value);
            }
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'&".indexOf(c) >= 0;
    }
}
