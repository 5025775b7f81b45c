package dev.attune.model.text.personal;

import dev.attune.model.text.personal.finding.PersonalDataKind;
import dev.attune.model.text.personal.name.Names;
import dev.attune.model.text.personal.name.Places;
import dev.attune.model.text.personal.pattern.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces personal data in the texts of one conversation: names by other names, the rest by placeholders such as
 * {@code [PHONE]}, further ones {@code [PHONE-2]}. The same texts give the same result; a result is not changed any
 * more. What neither lists nor patterns tell stays.
 */
public final class Anonymiser {

    /** A replacement may bring to light what stood beside it; more rounds than this are needed by nothing written. */
    private static final int MOST_ROUNDS = 6;

    private Anonymiser() {}

    /** Anonymises the texts of one conversation, given in their order. */
    public static Anonymised anonymise(List<String> texts) {
        return anonymise(texts, Set.of());
    }

    /**
     * Anonymises the texts of one conversation.
     *
     * @param people names of people who are known to take part, such as {@code Jennifer Kim}; they are replaced wherever
     *     the texts mention them, whether or not a list has them
     */
    public static Anonymised anonymise(List<String> texts, Set<String> people) {
        Placeholders placeholders = new Placeholders();
        PersonalDataCounts names = PersonalDataCounts.NONE;
        List<String> current = List.copyOf(texts);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<String> written = new ArrayList<>();
            for (String text : current) {
                String plain = placeholders.write(text, Patterns.find(text));
                written.add(placeholders.write(plain, Places.find(plain)));
            }
            Names.Replaced renamed = Names.replace(written, people);
            if (renamed.replaced() > 0) {
                names = names.plus(new PersonalDataCounts(Map.of(PersonalDataKind.NAME, renamed.replaced())));
            }
            if (renamed.texts().equals(current)) {
                break;
            }
            current = renamed.texts();
        }
        return new Anonymised(current, placeholders.counts().plus(names));
    }

    /** Whether a short text such as an identifier holds personal data of a form that tells itself. */
    public static boolean holdsPattern(String text) {
        return !Patterns.find(text).isEmpty();
    }
}
