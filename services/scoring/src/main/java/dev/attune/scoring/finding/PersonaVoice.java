package dev.attune.scoring.finding;

import java.util.ArrayList;
import java.util.List;

/** What is not the advisor's voice and no word list shows: shouting for joy, and emoji. */
public final class PersonaVoice implements Validator {

    private static final int MOST_EXCLAMATIONS = 2;

    @Override
    public List<Finding> validate(Exchange exchange) {
        List<Finding> findings = new ArrayList<>();
        for (int reply = 0; reply < exchange.replies().size(); reply++) {
            String text = exchange.replies().get(reply).said().text();
            long exclamations = text.chars().filter(c -> c == '!').count();
            int emoji =
                    text.codePoints().filter(PersonaVoice::isEmoji).findFirst().orElse(0);
            if (exclamations > MOST_EXCLAMATIONS || emoji != 0) {
                findings.add(new Finding(
                        "hype",
                        Severity.WARNING,
                        reply,
                        emoji != 0 ? Character.toString(emoji) : "!",
                        "The office does not cheer from the stands."));
            }
        }
        return findings;
    }

    private static boolean isEmoji(int character) {
        return Character.isEmoji(character) && character > 0xff;
    }
}
