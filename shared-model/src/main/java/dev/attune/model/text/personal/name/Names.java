package dev.attune.model.text.personal.name;

import dev.attune.model.text.personal.pattern.Patterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces the names of people in all texts of one conversation; a name that is known once is known everywhere in it. */
public final class Names {

    private final List<String> texts;
    private final List<List<Word>> words = new ArrayList<>();
    private final List<Set<Integer>> untouchable = new ArrayList<>();
    private final List<Map<Integer, NamePart>> marked = new ArrayList<>();
    private final Map<String, NamePart> known = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private long replaced;

    private Names(List<String> texts) {
        this.texts = texts;
    }

    /**
     * The texts with other names.
     *
     * @param texts the texts in their order
     * @param replaced how many words are different now
     */
    public record Replaced(List<String> texts, long replaced) {
        public Replaced {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Replaces what is found.
     *
     * @param people whole names that are known from elsewhere
     */
    public static Replaced replace(List<String> texts, Set<String> people) {
        Names names = new Names(texts);
        texts.forEach(names::find);
        people.forEach(names::know);
        for (int text = 0; text < texts.size(); text++) {
            names.findKnown(text);
        }
        return names.rewritten();
    }

    private void find(String text) {
        List<Word> found = Word.of(Patterns.plain(text));
        Set<Integer> kept = ProtectedNames.in(found);
        Map<Integer, NamePart> parts = new HashMap<>(NameFinder.find(found, kept));
        words.add(found);
        untouchable.add(kept);
        marked.add(parts);
        parts.forEach((index, part) -> known.putIfAbsent(found.get(index).lower(), part));
    }

    /** What is written with a capital and is no name of a person stays, and so do single letters. */
    private void know(String person) {
        List<Word> parts = Word.of(Patterns.plain(person));
        for (int i = 0; i < parts.size(); i++) {
            Word word = parts.get(i);
            if (word.text().length() > 1 && !WordLists.CAPITALISED.contains(word.lower())) {
                boolean last = i > 0 && i == parts.size() - 1;
                told.add(word.lower());
                known.putIfAbsent(word.lower(), last ? NamePart.SURNAME : NamePart.GIVEN);
            }
        }
    }

    /**
     * Marks the other places of known names; what is an ordinary word too must look like a name there, and a name that
     * was told and is on no list needs its capital.
     */
    private void findKnown(int text) {
        List<Word> found = words.get(text);
        for (int i = 0; i < found.size(); i++) {
            Word word = found.get(i);
            NamePart part = known.get(word.lower());
            boolean stays = untouchable.get(text).contains(i)
                    || (word.isCommon() && (!word.isTitleCase() || word.beginsSentence()))
                    || (told.contains(word.lower()) && !word.isCapitalised() && !word.isListedGiven());
            if (part != null && !stays) {
                marked.get(text).putIfAbsent(i, part);
            }
            if (!marked.get(text).containsKey(i)) {
                said.add(word.lower());
            }
        }
    }

    private Replaced rewritten() {
        Pseudonyms pseudonyms = new Pseudonyms(said);
        List<String> results = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            results.add(marked.get(text).isEmpty() ? texts.get(text) : rewritten(text, pseudonyms));
        }
        return new Replaced(results, replaced);
    }

    private String rewritten(int text, Pseudonyms pseudonyms) {
        String original = texts.get(text);
        StringBuilder result = new StringBuilder(original.length());
        int last = 0;
        List<Word> found = words.get(text);
        for (int i = 0; i < found.size(); i++) {
            NamePart part = marked.get(text).get(i);
            if (part != null) {
                Word word = found.get(i);
                String pseudonym = pseudonyms.of(word, known.getOrDefault(word.lower(), part));
                replaced += pseudonym.equals(word.text()) ? 0 : 1;
                result.append(original, last, word.start()).append(pseudonym);
                last = word.end();
            }
        }
        return result.append(original, last, original.length()).toString();
    }
}
