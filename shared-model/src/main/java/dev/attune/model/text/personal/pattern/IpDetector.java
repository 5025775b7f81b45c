package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses on the internet, of version 4 and 6. */
final class IpDetector implements Detector {

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern SIX =
            Pattern.compile("(?<![\\w:])(?:[0-9A-Fa-f]{1,4}|:)(?::[0-9A-Fa-f]{0,4}){2,7}(?![\\w:])");

    @Override
    public void detect(String text, Findings findings) {
        Numbers.forEachStart(text, start -> {
            Matcher four = Numbers.at(FOUR, text, start);
            if (four != null && isAddress(four)) {
                findings.add(PersonalDataKind.IP, start, four.end(), four.group());
            }
        });
        if (text.indexOf(':') >= 0) {
            Starts.findAll(SIX, text, IpDetector::mayBeginSix, six -> {
                if (isSix(six.group())) {
                    findings.add(
                            PersonalDataKind.IP,
                            six.start(),
                            six.end(),
                            six.group().toLowerCase(Locale.ROOT));
                }
            });
        }
    }

    /** A colon, or one after at most four digits of a hexadecimal number. */
    private static boolean mayBeginSix(String text, int index) {
        int i = index;
        while (i < text.length() && i < index + 4 && Character.digit(text.charAt(i), 16) >= 0) {
            i++;
        }
        return i < text.length() && text.charAt(i) == ':';
    }

    private static boolean isAddress(Matcher four) {
        for (int i = 1; i <= 4; i++) {
            if (Integer.parseInt(four.group(i)) > 255) {
                return false;
            }
        }
        return true;
    }

    /** Eight groups, or fewer with one gap; three at least, so that nothing else with colons is meant. */
    private static boolean isSix(String text) {
        String[] groups = text.split(":", -1);
        long filled = Arrays.stream(groups).filter(group -> !group.isEmpty()).count();
        boolean gap = text.contains("::");
        return filled >= 3
                && (gap ? filled < 8 : groups.length == 8 && filled == 8)
                && text.chars().anyMatch(c -> Numbers.isDigit((char) c));
    }
}
