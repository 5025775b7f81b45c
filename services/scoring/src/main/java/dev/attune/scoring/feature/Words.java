package dev.attune.scoring.feature;

import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A text taken apart, in memory that the next text takes over. For one thread at a time. */
final class Words {

    /** How many tokens a run has that {@link #hasRun} looks for. */
    static final int RUN = 3;

    private static final int NUMBER_BITS = 21;

    private final Spelling spelling;
    private final List<String> tokens = new ArrayList<>();
    private final List<String> view = Collections.unmodifiableList(tokens);
    private final LongSet runs = new LongSet();
    private boolean knowsRuns;
    private int[] numbers = new int[256];
    private boolean[] first = new boolean[256];
    /** By a token's number, the last text that had it. */
    private int[] lastText = new int[1024];

    private int thisText;
    private int sentences = 1;

    Words(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Takes another text apart, and forgets the last. */
    void read(String text) {
        tokens.clear();
        thisText++;
        Tokens.visit(text, (from, to) -> add(spelling.number(text, from, to)));
        sentences = sentences(text);
        knowsRuns = false;
    }

    private void add(int number) {
        int at = tokens.size();
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
            first = Arrays.copyOf(first, 2 * at);
        }
        if (number >= lastText.length) {
            lastText = Arrays.copyOf(lastText, 2 * number);
        }
        numbers[at] = number;
        first[at] = lastText[number] != thisText;
        lastText[number] = thisText;
        tokens.add(spelling.token(number));
    }

    /** Its tokens in their order, until the next text is read. */
    List<String> tokens() {
        return view;
    }

    /** How many sentences it has, at least 1. */
    int sentences() {
        return sentences;
    }

    /** Whether the token there has not been before. */
    boolean isFirst(int at) {
        return first[at];
    }

    /** How often this token occurs. */
    int count(String token) {
        int count = 0;
        for (int at = 0; at < tokens.size(); at++) {
            count += tokens.get(at).equals(token) ? 1 : 0;
        }
        return count;
    }

    /** Whether it has the token that stands there in another text of the same spelling. */
    boolean has(Words other, int at) {
        int number = other.numbers[at];
        return number < lastText.length && lastText[number] == thisText;
    }

    /** Whether it has the run of tokens that begins there in another text of the same spelling; no run begins at the last tokens. */
    boolean hasRun(Words other, int at) {
        if (!knowsRuns) {
            runs.clear();
            for (int from = 0; from + RUN <= tokens.size(); from++) {
                runs.add(run(this, from));
            }
            knowsRuns = true;
        }
        return at + RUN <= other.tokens.size() && runs.contains(run(other, at));
    }

    /** A run in one number, which is greater than 0. */
    private static long run(Words words, int at) {
        long run = 0;
        for (int i = 0; i < RUN; i++) {
            run = run << NUMBER_BITS | words.numbers[at + i];
        }
        return run + 1;
    }

    /** Whether the token is a number, or begins with one as "401k" does. */
    static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }

    private static int sentences(String text) {
        int sentences = 0;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open && isEnd(text, i)) {
                sentences++;
                open = false;
            } else if (Character.isLetterOrDigit(c)) {
                open = true;
            }
        }
        return Math.max(1, open ? sentences + 1 : sentences);
    }

    /** The stop in "14.50" ends nothing. */
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        boolean last = at + 1 == text.length();
        return c == '?' || c == '!' || c == '\n' || (c == '.' && (last || !Character.isDigit(text.charAt(at + 1))));
    }
}
