package dev.attune.model.text.personal.name;

import dev.attune.model.text.personal.finding.Finding;
import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import dev.attune.model.text.personal.pattern.States;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Larger cities of the United States where a state follows or "in" or "from" stands before. */
public final class Places {

    private static final Map<String, List<String>> BY_FIRST_WORD = WordLists.CITIES.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.groupingBy(city -> city.split("[ .-]")[0]));
    private static final Pattern STATE = Pattern.compile(",? " + States.FORM + "(?:" + States.ZIP + ")?");
    private static final Pattern BEFORE = Pattern.compile("(?i)(?:^|[^\\p{L}])(?:in|from) $");

    private Places() {}

    /** What is found in a text, in its order. */
    public static List<Finding> find(String text) {
        Findings findings = new Findings();
        for (Word word : Word.of(text)) {
            for (String city : BY_FIRST_WORD.getOrDefault(word.text(), List.of())) {
                if (text.startsWith(city, word.start())) {
                    add(text, word.start(), word.start() + city.length(), findings);
                }
            }
        }
        return findings.inOrder();
    }

    private static void add(String text, int start, int end, Findings findings) {
        if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return;
        }
        Matcher state = STATE.matcher(text).region(end, text.length());
        String before = text.substring(Math.max(0, start - 6), start);
        if (state.lookingAt()) {
            findings.add(PersonalDataKind.PLACE, start, state.end(), value(text, start, end));
        } else if (BEFORE.matcher(before).find()) {
            findings.add(PersonalDataKind.PLACE, start, end, value(text, start, end));
        }
    }

    private static String value(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
