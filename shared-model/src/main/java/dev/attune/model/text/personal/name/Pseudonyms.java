package dev.attune.model.text.personal.name;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each name of a conversation another one of its kind, by the order in which they appear. */
final class Pseudonyms {

    private final Set<String> said;
    private final Map<NamePart, Iterator<String>> free = new EnumMap<>(NamePart.class);
    private final Map<String, String> given = new HashMap<>();
    private final Set<String> unnamed = new HashSet<>();

    /**
     * New ones.
     *
     * @param said words of the conversation, lower-case, that stay: none of them becomes a pseudonym
     */
    Pseudonyms(Set<String> said) {
        this.said = said;
        free.put(NamePart.GIVEN, WordLists.PSEUDONYMS_GIVEN.iterator());
        free.put(NamePart.SURNAME, WordLists.PSEUDONYMS_SURNAME.iterator());
    }

    /** What stands for the word, in the same case. */
    String of(Word word, NamePart part) {
        String pseudonym = given.get(word.lower());
        if (pseudonym == null) {
            pseudonym = next(part);
            given.put(word.lower(), pseudonym);
        }
        return pseudonym.startsWith("[") ? pseudonym : like(word.text(), pseudonym);
    }

    private String next(NamePart part) {
        String pseudonym = nextFree(free.getOrDefault(part, List.<String>of().iterator()));
        if (pseudonym != null) {
            return pseudonym;
        }
        String unnamedPerson = unnamed.isEmpty() ? "[NAME]" : "[NAME-" + (unnamed.size() + 1) + "]";
        unnamed.add(unnamedPerson);
        return unnamedPerson;
    }

    private @Nullable String nextFree(Iterator<String> pseudonyms) {
        while (pseudonyms.hasNext()) {
            String pseudonym = pseudonyms.next();
            if (!said.contains(pseudonym.toLowerCase(Locale.ROOT))) {
                return pseudonym;
            }
        }
        return null;
    }

    private static String like(String original, String pseudonym) {
        if (Character.isLowerCase(original.charAt(0))) {
            return pseudonym.toLowerCase(Locale.ROOT);
        }
        boolean shouted = original.length() > 1 && original.chars().noneMatch(Character::isLowerCase);
        return shouted ? pseudonym.toUpperCase(Locale.ROOT) : pseudonym;
    }
}
