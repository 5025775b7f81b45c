package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates that are said to be somebody's day of birth; a year alone stays. */
final class BirthDateDetector implements Detector {

    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?\\b";
    private static final String DATE = "(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b|\\d{4}-\\d{1,2}-\\d{1,2}\\b"
            + "|" + MONTH + " (?:the )?" + DAY + "(?:,? (?:of )?\\d{4}\\b)?"
            + "|" + DAY + " (?:of )?" + MONTH + "(?:,? \\d{4}\\b)?)";
    private static final Pattern CONTEXT =
            Pattern.compile("(?i)\\b(?:born|dob|d\\.o\\.b|birthday|date of birth|birth ?date|day of birth)\\b");
    private static final Starts.Test CONTEXT_START = Starts.ofWord("bd");
    private static final Pattern AFTER = Pattern.compile(
            "(?i)(?:[ .,:(-]|(?:on|is|was|the|in|falls|fell|it's|actually|back)\\b){0,9}+(" + DATE + ")");
    private static final Pattern BEFORE = Pattern.compile("(?i)\\b(" + DATE
            + "),? (?:is|was) (?:my|his|her|our|their|the)(?: \\w{1,20}(?:'s)?){0,2} (?:birthday|date of birth)");

    private static final int LONGEST_BEFORE = 100;

    @Override
    public void detect(String text, Findings findings) {
        Starts.findAll(CONTEXT, text, CONTEXT_START, context -> {
            Matcher after = AFTER.matcher(text).region(context.end(), text.length());
            if (after.lookingAt()) {
                add(after, findings);
            }
            Matcher before = BEFORE.matcher(text)
                    .region(Math.max(0, context.start() - LONGEST_BEFORE), context.end())
                    .useTransparentBounds(true);
            if (before.find()) {
                add(before, findings);
            }
        });
    }

    private static void add(Matcher date, Findings findings) {
        String value = date.group(1).toLowerCase(Locale.ROOT);
        findings.add(PersonalDataKind.BIRTHDATE, date.start(1), date.end(1), value);
    }
}
