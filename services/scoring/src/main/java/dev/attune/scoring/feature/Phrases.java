package dev.attune.scoring.feature;

import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Patterns of words, each standing for something, that are found in one pass over a text's tokens. A pattern's elements are
 * separated by blanks: a word ({@code safe}), alternatives ({@code safe|sure}), a beginning ({@code guarant*}), a number
 * ({@code #}), or a gap of up to three words ({@code ...}). It begins with words, alternatives or a number, by which it is looked up.
 *
 * @param <T> what a pattern stands for
 */
public final class Phrases<T> {

    private static final String GAP = "...";
    private static final String NUMBER = "#";
    private static final int LONGEST_GAP = 3;

    private record Pattern<T>(T meaning, List<Element> rest) {}

    private record Element(List<String> words) {
        boolean isGap() {
            return words.getFirst().equals(GAP);
        }

        boolean fits(String token) {
            for (String word : words) {
                boolean fits = word.equals(NUMBER)
                        ? Words.isNumber(token)
                        : word.endsWith("*")
                                ? token.startsWith(word.substring(0, word.length() - 1))
                                : token.equals(word);
                if (fits) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A pattern found.
     *
     * @param meaning what it stands for
     * @param from index of its first token
     * @param to index after its last
     */
    public record Hit<T>(T meaning, int from, int to) {}

    private final Map<String, List<Pattern<T>>> byFirst = new HashMap<>();

    /**
     * Adds a pattern.
     *
     * @throws IllegalArgumentException where it begins otherwise
     */
    public void add(String pattern, T meaning) {
        List<Element> elements = new ArrayList<>();
        for (String each : pattern.strip().split("\\s+")) {
            elements.add(element(each));
        }
        for (String first : elements.getFirst().words()) {
            if (first.endsWith("*") || first.equals(GAP)) {
                throw new IllegalArgumentException("a pattern begins with words or a number: " + pattern);
            }
            byFirst.computeIfAbsent(first, word -> new ArrayList<>())
                    .add(new Pattern<>(meaning, List.copyOf(elements.subList(1, elements.size()))));
        }
    }

    private static Element element(String text) {
        if (text.equals(GAP)) {
            return new Element(List.of(GAP));
        }
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\|")) {
            boolean open = word.endsWith("*");
            List<String> tokens = word.equals(NUMBER) ? List.of(NUMBER) : Tokens.of(word);
            if (tokens.size() != 1) {
                throw new IllegalArgumentException("not one word: " + word);
            }
            words.add(open ? tokens.getFirst() + "*" : tokens.getFirst());
        }
        return new Element(List.copyOf(words));
    }

    /** Every pattern found, by its first token; each at most once from there, its shortest form. */
    public List<Hit<T>> in(List<String> tokens) {
        List<Hit<T>> hits = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            find(byFirst.getOrDefault(tokens.get(at), List.of()), tokens, at, hits);
            if (Words.isNumber(tokens.get(at))) {
                find(byFirst.getOrDefault(NUMBER, List.of()), tokens, at, hits);
            }
        }
        return hits;
    }

    private static <T> void find(List<Pattern<T>> patterns, List<String> tokens, int at, List<Hit<T>> hits) {
        for (Pattern<T> pattern : patterns) {
            int end = end(pattern.rest(), 0, tokens, at + 1);
            if (end >= 0) {
                hits.add(new Hit<>(pattern.meaning(), at, end));
            }
        }
    }

    /** Where a pattern that goes on here ends; -1 where it does not. */
    private static int end(List<Element> rest, int element, List<String> tokens, int at) {
        if (element == rest.size()) {
            return at;
        }
        if (rest.get(element).isGap()) {
            for (int skipped = 0; skipped <= LONGEST_GAP; skipped++) {
                int end = end(rest, element + 1, tokens, at + skipped);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return at < tokens.size() && rest.get(element).fits(tokens.get(at))
                ? end(rest, element + 1, tokens, at + 1)
                : -1;
    }
}
