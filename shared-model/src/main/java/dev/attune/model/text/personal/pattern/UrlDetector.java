package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Web addresses with more than a site: a path, a query, a user. A site alone says nothing of a person and stays, as do
 * plain pages of the government.
 */
final class UrlDetector implements Detector {

    private static final Pattern WITH_SCHEME =
            Pattern.compile("(?i)(?<![a-z0-9])(?:(?:https?|ftp)://|www\\.)[^\\s<>\"')\\]]++");
    private static final Starts.Test SCHEME_START = Starts.ofWord("hfw");
    private static final Pattern SITE = Pattern.compile("(?i)(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,4}"
            + "(?:com|org|net|io|me|co|us|edu|gov|info|biz|dev|app|link|site|page|uk|de|ca)");
    private static final int LONGEST_SITE = 120;

    @Override
    public void detect(String text, Findings findings) {
        if (mayHold(text)) {
            Starts.findAll(
                    WITH_SCHEME, text, SCHEME_START, matcher -> add(text, matcher.start(), matcher.end(), findings));
        }
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            int start = slash;
            while (start > 0 && slash - start < LONGEST_SITE && isSite(text.charAt(start - 1))) {
                start--;
            }
            if (start < slash && SITE.matcher(text).region(start, slash).matches()) {
                add(text, start, endOf(text, slash), findings);
            }
        }
    }

    /** A quick look. */
    static boolean mayHold(String text) {
        return text.contains("://") || text.contains("ww.") || text.contains("WW.");
    }

    private static void add(String text, int start, int end, Findings findings) {
        int last = end;
        while (last > start && ".,;:!?".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        String url = text.substring(start, last).toLowerCase(Locale.ROOT);
        if (isPersonal(url)) {
            findings.add(PersonalDataKind.URL, start, last, url);
        }
    }

    private static boolean isPersonal(String url) {
        String rest = url.substring(url.contains("://") ? url.indexOf("://") + 3 : 0);
        if (rest.indexOf('@') >= 0 || rest.indexOf('?') >= 0 || rest.indexOf('#') >= 0) {
            return true;
        }
        int slash = rest.indexOf('/');
        if (slash < 0 || slash == rest.length() - 1) {
            return false;
        }
        return !rest.substring(0, slash).endsWith(".gov")
                || rest.substring(slash).chars().anyMatch(Character::isDigit);
    }

    private static int endOf(String text, int from) {
        int end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "<>\"')]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isSite(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '.' || c == '-';
    }
}
