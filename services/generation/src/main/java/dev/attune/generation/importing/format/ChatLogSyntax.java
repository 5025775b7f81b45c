package dev.attune.generation.importing.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the lines of chat logs apart, in time that grows with their length alone. */
final class ChatLogSyntax {

    private static final Pattern RULE = Pattern.compile("\\s*(?:-{3,}|={3,}|_{3,}|\\*{3,})\\s*");
    private static final Pattern CONVERSATION =
            Pattern.compile("(?i)\\s*+(?:#{1,6} *+)?conversation(?: id)?: *+(\\S.*)");
    private static final Pattern TITLE = Pattern.compile("#{1,6} .*", Pattern.DOTALL);
    private static final String DATE = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}";
    private static final String TIME =
            "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,3})?)?(?:[ \u00a0\u202f]?[AaPp]\\.?[Mm]\\.?)?Z?";
    private static final Pattern STAMP = Pattern.compile("[\u200e\u200f]*(?:\\[(?:" + DATE + ",?[ T])?" + TIME
            + "\\] ?|(?:" + DATE + ",?[ T])?" + TIME + "(?: [-\u2013] | ))");
    private static final Pattern SPEAKER = Pattern.compile("([^:]{1,80}):(?:[ \t](.*)|$)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,2}");
    private static final Pattern MEDIA =
            Pattern.compile("(?i)(?:<?media omitted>?|(?:image|video|audio|sticker|gif|document|contact card)"
                    + " omitted|<attached: .*>|(?:this message was|you) deleted(?: this message)?\\.?"
                    + "|missed (?:voice|video) call.*)");
    private static final int MOST_WORDS = 4;

    /** What stands before a colon and is no speaker. */
    private static final Set<String> LABELS = Set.of(
            "note",
            "ps",
            "p.s.",
            "summary",
            "example",
            "important",
            "total",
            "question",
            "answer",
            "update",
            "edit",
            "option",
            "step",
            "tip",
            "pros",
            "cons",
            "re",
            "fw",
            "subject",
            "goal",
            "goals",
            "plan",
            "reminder",
            "next",
            "first",
            "second",
            "third",
            "finally",
            "also",
            "so",
            "but",
            "and",
            "remember",
            "result",
            "http",
            "https");

    private ChatLogSyntax() {}

    /** Reads a line. */
    static ChatLogLine read(String line, Speakers speakers) {
        Matcher conversation = CONVERSATION.matcher(line);
        if (conversation.matches()) {
            return new ChatLogLine.Border(conversation.group(1).strip());
        }
        if (RULE.matcher(line).matches() || TITLE.matcher(line).matches()) {
            return new ChatLogLine.Border(null);
        }
        Matcher stamp = STAMP.matcher(line);
        boolean stamped = stamp.lookingAt();
        Matcher speaker = SPEAKER.matcher(line).region(stamped ? stamp.end() : 0, line.length());
        if (!speaker.matches()) {
            return stamped ? new ChatLogLine.OfMessenger(false) : new ChatLogLine.Plain();
        }
        String name = speaker.group(1).strip();
        String text = speaker.group(2) == null ? "" : speaker.group(2);
        boolean named = speakers.role(name).isPresent() || isName(name);
        if (!named && (!stamped || isSentence(name))) {
            return stamped ? new ChatLogLine.OfMessenger(false) : new ChatLogLine.Plain();
        }
        return isOfMessenger(text)
                ? new ChatLogLine.OfMessenger(named)
                : new ChatLogLine.Message(name, text, stamped, named);
    }

    private static boolean isSentence(String name) {
        return name.isEmpty() || name.split("\\s+").length > MOST_WORDS;
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !LABELS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A messenger marks its own words with a sign that nobody types. */
    private static boolean isOfMessenger(String text) {
        return text.startsWith("\u200e") || MEDIA.matcher(text.strip()).matches();
    }
}
