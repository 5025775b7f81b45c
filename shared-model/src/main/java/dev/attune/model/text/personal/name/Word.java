package dev.attune.model.text.personal.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text: letters with the apostrophes between them; a possessive s is no part of it.
 *
 * @param start index of its first character
 * @param end index after its last one
 * @param text as it is written
 * @param lower in lower case
 * @param gap what stands between it and the word before
 */
record Word(int start, int end, String text, String lower, String gap) {

    /** The words of a text with plain apostrophes. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int last = 0;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int end = endOf(text, i);
            int stem = end - i > 2 && text.regionMatches(true, end - 2, "'s", 0, 2) ? end - 2 : end;
            String word = text.substring(i, stem);
            words.add(new Word(i, stem, word, word.toLowerCase(Locale.ROOT), gap(text, last, i)));
            last = stem;
            i = end;
        }
        return words;
    }

    /** Nearly every gap is one blank, which need not be made anew. */
    private static String gap(String text, int from, int to) {
        return to - from == 1 && text.charAt(from) == ' ' ? " " : text.substring(from, to);
    }

    private static int endOf(String text, int start) {
        int i = start;
        while (i < text.length()
                && (Character.isLetter(text.charAt(i))
                        || (text.charAt(i) == '\''
                                && i > start
                                && i + 1 < text.length()
                                && Character.isLetter(text.charAt(i + 1))))) {
            i++;
        }
        return i;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** A capital and small letters: neither an abbreviation nor a single letter. */
    boolean isTitleCase() {
        return isCapitalised() && text.length() > 1 && Character.isLowerCase(text.charAt(text.length() - 1));
    }

    /** Whether a sentence, a line or a quotation begins with it. */
    boolean beginsSentence() {
        return start == gapLength() || gap.chars().anyMatch(c -> ".?!:;\n\r\"\u201c*(-\u2026\u2014".indexOf(c) >= 0);
    }

    /** Whether it stands right behind the word before, as the parts of a name do. */
    boolean isNextToPrevious() {
        return gap.equals(" ") || gap.equals("-") || gap.equals("\u00a0");
    }

    boolean isListedGiven() {
        return WordLists.GIVEN.contains(lower);
    }

    boolean isListedSurname() {
        return WordLists.SURNAMES.contains(lower);
    }

    boolean isCommon() {
        return WordLists.COMMON.contains(lower) || WordLists.CAPITALISED.contains(lower);
    }

    /** Whether it can be a name if what stands around it says so. */
    boolean canBeName() {
        return isTitleCase() && !WordLists.CAPITALISED.contains(lower);
    }

    private int gapLength() {
        return gap.length();
    }
}
