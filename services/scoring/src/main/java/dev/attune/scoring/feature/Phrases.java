package dev.attune.scoring.feature;

import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Patterns of words, each standing for something, that are found in one pass over a text's tokens. A pattern's elements are
 * separated by blanks: a word ({@code safe}), alternatives ({@code safe|sure}), a beginning ({@code guarant*}), a number
 * ({@code #}), or a gap of up to three words ({@code ...}). It begins with anything but a gap.
 *
 * @param <T> what a pattern stands for
 */
public final class Phrases<T> {

    private static final String GAP = "...";
    private static final String NUMBER = "#";
    private static final int LONGEST_GAP = 3;

    private record Pattern<T>(T meaning, List<Element> rest) {}

    /**
     * What may stand in one place.
     *
     * @param words these words, or a gap
     * @param beginnings whatever begins so
     * @param number any number
     */
    private record Element(Set<String> words, List<String> beginnings, boolean number) {

        static final Element GAP = new Element(Set.of(), List.of(), false);

        boolean isWords() {
            return !words.isEmpty() && beginnings.isEmpty() && !number;
        }

        boolean fits(String token) {
            if (words.contains(token) || (number && Words.isNumber(token))) {
                return true;
            }
            for (String beginning : beginnings) {
                if (token.startsWith(beginning)) {
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

    /** Patterns that begin alike, by their next word, after a gap or without; those that go on with more than words are tried one by one. */
    private static final class Branch<T> {
        private final Map<String, List<Pattern<T>>> bySecond = new HashMap<>();
        private final Map<String, List<Pattern<T>>> byAfterGap = new HashMap<>();
        private final List<Pattern<T>> others = new ArrayList<>();

        void add(Pattern<T> pattern) {
            List<Element> rest = pattern.rest();
            boolean gap = !rest.isEmpty() && rest.getFirst() == Element.GAP;
            int next = gap ? 1 : 0;
            if (rest.size() <= next || !rest.get(next).isWords()) {
                others.add(pattern);
            } else {
                Map<String, List<Pattern<T>>> byNext = gap ? byAfterGap : bySecond;
                rest.get(next)
                        .words()
                        .forEach(word -> byNext.computeIfAbsent(word, key -> new ArrayList<>())
                                .add(pattern));
            }
        }

        void find(List<String> tokens, int at, Visitor<T> hits) {
            if (at + 1 < tokens.size()) {
                find(bySecond.getOrDefault(tokens.get(at + 1), List.of()), tokens, at, hits);
            }
            if (!byAfterGap.isEmpty()) {
                findAfterGap(tokens, at, hits);
            }
            find(others, tokens, at, hits);
        }

        private void findAfterGap(List<String> tokens, int at, Visitor<T> hits) {
            int last = Math.min(tokens.size() - 1, at + 1 + LONGEST_GAP);
            for (int next = at + 1; next <= last; next++) {
                List<Pattern<T>> patterns = byAfterGap.getOrDefault(tokens.get(next), List.of());
                for (int i = 0; i < patterns.size(); i++) {
                    if (!fitsAny(patterns.get(i).rest().get(1), tokens, at + 1, next)) {
                        find(patterns.get(i), tokens, at, hits);
                    }
                }
            }
        }

        /** Then the pattern was tried at that place already. */
        private static boolean fitsAny(Element element, List<String> tokens, int from, int to) {
            for (int at = from; at < to; at++) {
                if (element.fits(tokens.get(at))) {
                    return true;
                }
            }
            return false;
        }

        private void find(List<Pattern<T>> patterns, List<String> tokens, int at, Visitor<T> hits) {
            for (int i = 0; i < patterns.size(); i++) {
                find(patterns.get(i), tokens, at, hits);
            }
        }

        private void find(Pattern<T> pattern, List<String> tokens, int at, Visitor<T> hits) {
            int end = end(pattern.rest(), 0, tokens, at + 1);
            if (end >= 0) {
                hits.hit(pattern.meaning(), at, end);
            }
        }
    }

    private final Map<String, Branch<T>> byFirst = new HashMap<>();
    /** What begins with a beginning: few, so that a token is held against all of its first letter. */
    private final NavigableMap<String, Branch<T>> byBeginning = new TreeMap<>();

    /**
     * Adds a pattern.
     *
     * @throws IllegalArgumentException where it begins otherwise
     */
    public void add(String pattern, T meaning) {
        String[] parts = pattern.strip().split("\\s+");
        List<Element> rest = new ArrayList<>();
        for (String each : List.of(parts).subList(1, parts.length)) {
            rest.add(element(each));
        }
        Element first = element(parts[0]);
        if (first == Element.GAP) {
            throw new IllegalArgumentException("a pattern does not begin with a gap: " + pattern);
        }
        Pattern<T> itself = new Pattern<>(meaning, List.copyOf(rest));
        first.words()
                .forEach(word ->
                        byFirst.computeIfAbsent(word, key -> new Branch<>()).add(itself));
        first.beginnings()
                .forEach(beginning -> byBeginning
                        .computeIfAbsent(beginning, key -> new Branch<>())
                        .add(itself));
        if (first.number()) {
            byFirst.computeIfAbsent(NUMBER, key -> new Branch<>()).add(itself);
        }
    }

    private static Element element(String text) {
        if (text.equals(GAP)) {
            return Element.GAP;
        }
        Set<String> words = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        boolean number = false;
        for (String word : text.split("\\|")) {
            if (word.equals(NUMBER)) {
                number = true;
                continue;
            }
            List<String> tokens = Tokens.of(word);
            if (tokens.size() != 1) {
                throw new IllegalArgumentException("not one word: " + word);
            }
            if (word.endsWith("*")) {
                beginnings.add(tokens.getFirst());
            } else {
                words.add(tokens.getFirst());
            }
        }
        return new Element(Set.copyOf(words), List.copyOf(beginnings), number);
    }

    /** Sees a pattern that was found: what it stands for, the index of its first token, and the index after its last. */
    interface Visitor<T> {
        void hit(T meaning, int from, int to);
    }

    /** Every pattern found, by its first token; each at most once from there, its shortest form. */
    public List<Hit<T>> in(List<String> tokens) {
        List<Hit<T>> hits = new ArrayList<>();
        visit(tokens, (meaning, from, to) -> hits.add(new Hit<>(meaning, from, to)));
        return hits;
    }

    /** Visits the same. */
    void visit(List<String> tokens, Visitor<T> hits) {
        Branch<T> numbers = byFirst.get(NUMBER);
        for (int at = 0; at < tokens.size(); at++) {
            Branch<T> branch = byFirst.get(tokens.get(at));
            if (branch != null) {
                branch.find(tokens, at, hits);
            }
            if (!byBeginning.isEmpty()) {
                visitBeginnings(tokens, at, hits);
            }
            if (numbers != null && Words.isNumber(tokens.get(at))) {
                numbers.find(tokens, at, hits);
            }
        }
    }

    /** What a token begins with comes before it in order, with others of its first letter between. */
    private void visitBeginnings(List<String> tokens, int at, Visitor<T> hits) {
        String token = tokens.get(at);
        Map.Entry<String, Branch<T>> each = byBeginning.floorEntry(token);
        while (each != null && each.getKey().charAt(0) == token.charAt(0)) {
            if (token.startsWith(each.getKey())) {
                each.getValue().find(tokens, at, hits);
            }
            each = byBeginning.lowerEntry(each.getKey());
        }
    }

    /** Where a pattern that goes on here ends; -1 where it does not. */
    private static int end(List<Element> rest, int element, List<String> tokens, int at) {
        if (element == rest.size()) {
            return at;
        }
        if (rest.get(element) == Element.GAP) {
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
