package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of accounts, policies, loans and memberships, which have no form of their own: a word tells them, and so that
 * amounts stay, either the word "number" or one like it, or eight digits.
 */
final class AccountDetector implements Detector {

    private static final Pattern CONTEXT = Pattern.compile("(?i)\\b(?:accounts?|acct|policy|member(?:ship)?|customer"
            + "|loan|claim|contract|passport|licen[sc]e|checking|savings|brokerage|mortgage)\\b");
    private static final Starts.Test CONTEXT_START = Starts.ofWord("apmclbs");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)((?:[ .:#(-]|(?:account|acct|number|num|nr|no|id|is|was|ending|ends|in|with|the|it's)\\b){0,9}+)"
                    + "([a-z]{0,4}-?\\d[\\da-z]{0,19}(?:[- ]\\d[\\d]{1,11}){0,5})");
    private static final Pattern MARKER = Pattern.compile("(?i)#|\\b(?:number|num|nr|no|id)\\b");
    private static final Pattern LAST_FOUR = Pattern.compile("(?i)\\b(?:ending|ends) (?:in|with)\\b");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern ROUTING = Pattern.compile("\\b(?:routing|aba|rtn)\\b");
    private static final Pattern NINE = Pattern.compile("\\d{9}");

    @Override
    public void detect(String text, Findings findings) {
        Numbers.forEachStart(text, start -> {
            Matcher nine = Numbers.at(NINE, text, start);
            if (nine != null && Checksums.routing(nine.group()) && Numbers.follows(ROUTING, text, start)) {
                findings.add(PersonalDataKind.ACCOUNT, start, nine.end(), nine.group());
            }
        });
        Starts.findAll(CONTEXT, text, CONTEXT_START, context -> {
            Matcher number = Numbers.at(NUMBER, text, context.end());
            if (number != null && isAccount(number.group(1), number.group(2))) {
                String value = number.group(2).replaceAll("[- ]", "").toUpperCase(Locale.ROOT);
                findings.add(PersonalDataKind.ACCOUNT, number.start(2), number.end(2), value);
            }
        });
    }

    private static boolean isAccount(String between, String number) {
        int digits = Numbers.digits(number).length();
        if (LAST_FOUR.matcher(between).find()) {
            return digits >= 4 && !YEAR.matcher(number).matches();
        }
        return !between.isEmpty() && digits >= (MARKER.matcher(between).find() ? 5 : 8);
    }
}
