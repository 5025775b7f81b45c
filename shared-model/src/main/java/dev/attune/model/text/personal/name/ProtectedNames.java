package dev.attune.model.text.personal.name;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the names stand that are never touched. */
final class ProtectedNames {

    private static final Set<String> ADVISOR = Set.of("elena", "morales");
    private static final Map<String, List<List<String>>> BY_FIRST =
            WordLists.PROTECTED.stream().map(ProtectedNames::letters).collect(Collectors.groupingBy(List::getFirst));

    private ProtectedNames() {}

    /** The indexes of the words that belong to such names. */
    static Set<Integer> in(List<Word> words) {
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (ADVISOR.contains(words.get(i).lower())) {
                found.add(i);
            }
            for (List<String> name : BY_FIRST.getOrDefault(words.get(i).lower(), List.of())) {
                if (words.get(i).isCapitalised() && startsAt(words, i, name)) {
                    for (int j = 0; j < name.size(); j++) {
                        found.add(i + j);
                    }
                }
            }
        }
        return found;
    }

    private static boolean startsAt(List<Word> words, int start, List<String> name) {
        if (start + name.size() > words.size()) {
            return false;
        }
        for (int j = 1; j < name.size(); j++) {
            if (!words.get(start + j).lower().equals(name.get(j))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> letters(List<String> name) {
        return name.stream().filter(word -> !word.equals("&")).toList();
    }
}
