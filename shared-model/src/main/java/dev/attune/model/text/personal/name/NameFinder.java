package dev.attune.model.text.personal.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Marks the words of one text that lists and context tell to be names of people. */
final class NameFinder {

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "mister", "dr", "prof", "professor");
    private static final Set<String> INTRODUCTIONS = Set.of("i'm", "call me", "i am", "this is", "ask for", "am");
    private static final Set<String> WHOSE = Set.of("my", "our", "his", "her", "their");
    private static final Set<String> RELATIONS = Set.of(
            "wife",
            "husband",
            "son",
            "daughter",
            "brother",
            "sister",
            "mother",
            "father",
            "mom",
            "dad",
            "partner",
            "friend",
            "boss",
            "boyfriend",
            "girlfriend",
            "cousin",
            "nephew",
            "niece",
            "aunt",
            "uncle",
            "ex",
            "neighbor",
            "coworker",
            "grandmother",
            "grandfather",
            "stepson",
            "stepdaughter",
            "roommate");

    private final List<Word> words;
    private final Map<Integer, NamePart> marked = new HashMap<>();

    private NameFinder(List<Word> words) {
        this.words = words;
    }

    /** The parts of names among the words, by the index of the word; those that are protected are not among them. */
    static Map<Integer, NamePart> find(List<Word> words, Set<Integer> untouchable) {
        NameFinder finder = new NameFinder(words);
        for (int i = 0; i < words.size(); i++) {
            if (!untouchable.contains(i)) {
                finder.look(i);
            }
        }
        finder.marked.keySet().removeAll(untouchable);
        return finder.marked;
    }

    private void look(int i) {
        Word word = words.get(i);
        if (!word.isCapitalised() && !word.isListedGiven()) {
            return;
        }
        if (followsTitle(i) && word.canBeName()) {
            markTitled(i);
        } else if (isIntroduced(i, word) || followsRelation(i, word)) {
            markGiven(i);
        } else if (word.isTitleCase() && word.isListedGiven() && isNameHere(i, word)) {
            markGiven(i);
        } else if (isShouted(word)) {
            marked.putIfAbsent(i, NamePart.GIVEN);
        }
    }

    private boolean followsTitle(int i) {
        String gap = words.get(i).gap();
        return i > 0
                && (gap.equals(". ") || gap.equals(" "))
                && words.get(i - 1).isCapitalised()
                && TITLES.contains(words.get(i - 1).lower());
    }

    private void markTitled(int i) {
        if (isNextName(i)) {
            marked.putIfAbsent(i, NamePart.GIVEN);
            marked.putIfAbsent(i + 1, NamePart.SURNAME);
        } else {
            marked.putIfAbsent(i, NamePart.SURNAME);
        }
    }

    private boolean isNextName(int i) {
        return i + 1 < words.size()
                && words.get(i + 1).isNextToPrevious()
                && words.get(i + 1).canBeName();
    }

    /** "My name is" tells any name, "I'm" only one of the list. */
    private boolean isIntroduced(int i, Word word) {
        String before = before(i, 1);
        String two = before(i, 2);
        boolean named = two.endsWith("name is") || before.equals("named") || isPossessiveName(i);
        if (named && (word.gap().isBlank() || isPossessiveName(i))) {
            return word.canBeName() || (word.isListedGiven() && !word.isCommon());
        }
        boolean introduced = INTRODUCTIONS.contains(before) || INTRODUCTIONS.contains(two);
        return introduced
                && word.isTitleCase()
                && word.isListedGiven()
                && word.gap().equals(" ");
    }

    private boolean isPossessiveName(int i) {
        return i > 0
                && words.get(i - 1).lower().equals("name")
                && words.get(i).gap().equals("'s ");
    }

    private boolean followsRelation(int i, Word word) {
        return i > 1
                && word.canBeName()
                && (word.gap().equals(" ") || word.gap().equals(", "))
                && (word.gap().equals(" ") || word.isListedGiven())
                && RELATIONS.contains(words.get(i - 1).lower())
                && WHOSE.contains(words.get(i - 2).lower());
    }

    /** A name that is an ordinary word too must stand where that word would have no capital. */
    private boolean isNameHere(int i, Word word) {
        if (!word.isCommon()) {
            return true;
        }
        Word next = i + 1 < words.size() && words.get(i + 1).isNextToPrevious() ? words.get(i + 1) : null;
        if (next != null && next.isTitleCase()) {
            return next.isListedSurname() && !next.isCommon();
        }
        boolean afterCapital = i > 0 && words.get(i - 1).isCapitalised() && word.isNextToPrevious();
        return !WordLists.CAPITALISED.contains(word.lower()) && !word.beginsSentence() && !afterCapital;
    }

    private static boolean isShouted(Word word) {
        return word.text().length() > 3
                && word.text().chars().allMatch(Character::isUpperCase)
                && word.isListedGiven()
                && !word.isCommon();
    }

    private void markGiven(int i) {
        marked.putIfAbsent(i, NamePart.GIVEN);
        int next = afterInitial(i);
        if (next < words.size() && words.get(next).isTitleCase() && isSurname(words.get(next), words.get(i))) {
            marked.put(next, NamePart.SURNAME);
            if (isSecondSurname(next + 1)) {
                marked.put(next + 1, NamePart.SURNAME);
            }
        }
    }

    /** The word that belongs to the given name, beyond an initial; no index of a word where nothing belongs to it. */
    private int afterInitial(int i) {
        int next = i + 1;
        if (next >= words.size() || !words.get(next).isNextToPrevious()) {
            return words.size();
        }
        boolean initial = words.get(next).text().length() == 1
                && words.get(next).isCapitalised()
                && next + 1 < words.size()
                && words.get(next + 1).gap().equals(". ");
        return initial ? next + 1 : next;
    }

    private boolean isSecondSurname(int i) {
        if (i >= words.size()
                || !words.get(i).isNextToPrevious()
                || !words.get(i).canBeName()) {
            return false;
        }
        Word word = words.get(i);
        return word.gap().equals("-") || (word.isListedSurname() && !word.isCommon());
    }

    private static boolean isSurname(Word word, Word given) {
        return word.canBeName() && (word.isListedSurname() || !given.isCommon());
    }

    private String before(int i, int count) {
        if (i < count) {
            return "";
        }
        String last = words.get(i - 1).lower();
        return count == 1 ? last : words.get(i - 2).lower() + " " + last;
    }
}
