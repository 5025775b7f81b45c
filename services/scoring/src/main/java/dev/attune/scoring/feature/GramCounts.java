package dev.attune.scoring.feature;

import java.util.Arrays;

/**
 * Counts the n-grams of a text by their hash codes: words and pairs of words, and runs of 2 to 5 characters within a
 * word and its borders. One pass, and no object is made, so an instance serves many texts, one after the other.
 *
 * <p>A token is a run of letters, digits and apostrophes, a run of stops, or any other visible character (an emoji, say) by
 * itself. Case does not count but in one trait; after a negation the words up to the next stop count a second time as
 * negated.
 */
final class GramCounts {

    /** Blocks of a text: words and pairs of words; runs of characters; how sentences begin and end. Those of the next text follow. */
    static final int WORDS = 0;

    static final int CHARACTERS = 1;
    static final int SENTENCES = 2;
    static final int BLOCKS = 3;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int OPENING = 3;
    private static final int TOKENS_A_LENGTH_STEP = 5;
    private static final int LONG_TEXT = 6;
    private static final char BORDER = ' ';

    private int[] hashes = new int[1024];
    private byte[] blocks = new byte[1024];
    private int[] counts = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int size;
    private int[] slots = new int[4096];
    private char[] token = new char[64];
    private int tokens;
    private boolean negated;
    private int previous;
    private int previousStart;
    private int start;
    private int end;
    private int firstBlock;
    private boolean withCharacters;
    private boolean withSentences;
    private int wordsInSentence;
    private int opening;
    private int firstWord;
    private int lastWord;
    private int sentenceStart;

    /** How many different n-grams the last text had. */
    int size() {
        return size;
    }

    /** The hash code of the n-gram at this index. */
    int hash(int index) {
        return hashes[index];
    }

    /** Which of the blocks it belongs to. */
    int block(int index) {
        return blocks[index];
    }

    /** How often the text has it, at least 1. */
    int count(int index) {
        return counts[index];
    }

    /** Where the words that it first stood in begin in their text. */
    int start(int index) {
        return starts[index];
    }

    /** Where they end. */
    int end(int index) {
        return ends[index];
    }

    /** Forgets what was counted. */
    void clear() {
        size = 0;
        Arrays.fill(slots, 0);
    }

    /**
     * Counts a text beside what is there.
     *
     * @param part which part of an example it is, from 0; the n-grams of different parts are different ones
     * @param withCharacters whether runs of characters are counted too
     * @param withSentences whether it is counted how sentences begin and end
     */
    void add(String text, int part, boolean withCharacters, boolean withSentences) {
        int salt = 1 + part * 0x51ED270B;
        firstBlock = part * BLOCKS;
        this.withCharacters = withCharacters;
        this.withSentences = withSentences;
        wordsInSentence = 0;
        tokens = 0;
        negated = false;
        previous = salt;
        previousStart = 0;
        int length = text.length();
        for (int at = 0; at < length; ) {
            char c = text.charAt(at);
            int end = at + 1;
            if (isWord(c)) {
                while (end < length && isWord(text.charAt(end))) {
                    end++;
                }
            } else if (isStop(c)) {
                while (end < length && isStop(text.charAt(end))) {
                    end++;
                }
            } else if (Character.isHighSurrogate(c) && end < length) {
                end++;
            } else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                at++;
                continue;
            }
            token(text, at, end, salt);
            at = end;
        }
        if (withSentences && wordsInSentence > 0) {
            endSentence(false, salt);
        }
        start = length;
        end = length;
        pair(mix(salt + 1), salt);
        add(mix(salt + 31 * Math.min(LONG_TEXT, tokens / TOKENS_A_LENGTH_STEP) + 7), WORDS);
    }

    private void token(String text, int from, int to, int salt) {
        tokens++;
        start = from;
        end = to;
        int length = to - from;
        if (token.length < length + 2) {
            token = new char[Math.max(length + 2, 2 * token.length)];
        }
        token[0] = BORDER;
        boolean shouting = length > 1;
        int word = salt;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(from + i);
            char lower = c == '\u2019' ? '\'' : Character.toLowerCase(c);
            shouting &= c != lower || !Character.isLetter(c);
            token[i + 1] = lower;
            word = 31 * word + lower;
        }
        token[length + 1] = BORDER;
        word = mix(word);
        add(word, WORDS);
        pair(word, salt);
        boolean letters = Character.isLetter(token[1]);
        if (withSentences) {
            sentence(word, letters, isStop(token[1]), length, salt);
        }
        if (negated && letters) {
            add(mix(word + 101), WORDS);
        }
        negated = letters && (negated || isNegation(length));
        if (shouting && letters) {
            add(mix(salt + 103), WORDS);
        }
        if (withCharacters) {
            characters(length + 2, salt);
        }
    }

    /** The first three words of a sentence, its last, and once more the first two where it is a question. */
    private void sentence(int word, boolean letters, boolean stop, int length, int salt) {
        if (letters) {
            wordsInSentence++;
            lastWord = word;
            if (wordsInSentence == 1) {
                sentenceStart = start;
                firstWord = word;
                opening = salt + 201;
            }
            if (wordsInSentence <= OPENING) {
                opening = 31 * opening + word;
                int from = start;
                start = sentenceStart;
                add(mix(opening), SENTENCES);
                start = from;
            }
        } else if (stop && wordsInSentence > 0) {
            boolean question = false;
            for (int i = 1; i <= length; i++) {
                question |= token[i] == '?';
            }
            endSentence(question, salt);
        }
    }

    private void endSentence(boolean question, int salt) {
        add(mix(31 * lastWord + salt + 203), SENTENCES);
        if (question) {
            add(mix(salt + 205), SENTENCES);
            add(mix(31 * firstWord + salt + 207), SENTENCES);
            add(mix(31 * opening + salt + 209), SENTENCES);
        }
        wordsInSentence = 0;
    }

    private void pair(int word, int salt) {
        int second = start;
        start = previousStart;
        add(mix(31 * previous + word + salt), WORDS);
        start = second;
        previousStart = second;
        previous = word;
    }

    private void characters(int length, int salt) {
        for (int from = 0; from < length - 1; from++) {
            int hash = salt + 11;
            int last = Math.min(length, from + LONGEST);
            for (int at = from; at < last; at++) {
                hash = 31 * hash + token[at];
                if (at - from + 1 >= SHORTEST) {
                    add(mix(hash + 17 * (at - from)), CHARACTERS);
                }
            }
        }
    }

    private boolean isNegation(int length) {
        if (length > 2 && token[length] == 't' && token[length - 1] == '\'') {
            return true;
        }
        return switch (length) {
            case 2 -> token[1] == 'n' && token[2] == 'o';
            case 3 -> token[1] == 'n' && token[2] == 'o' && token[3] == 't';
            case 5 -> token[1] == 'n' && token[2] == 'e' && token[3] == 'v' && token[4] == 'e' && token[5] == 'r';
            default -> false;
        };
    }

    private void add(int hash, int ofText) {
        int block = firstBlock + ofText;
        int mask = slots.length - 1;
        int slot = (hash ^ block * 0x2545F491) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (hashes[index] == hash && blocks[index] == block) {
                counts[index]++;
                return;
            }
            slot = (slot + 1) & mask;
        }
        if (size == hashes.length) {
            grow();
            add(hash, ofText);
            return;
        }
        hashes[size] = hash;
        blocks[size] = (byte) block;
        counts[size] = 1;
        starts[size] = start;
        ends[size] = end;
        slots[slot] = ++size;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, 2 * size);
        blocks = Arrays.copyOf(blocks, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        slots = new int[4 * hashes.length];
        int mask = slots.length - 1;
        for (int index = 0; index < size; index++) {
            int slot = (hashes[index] ^ blocks[index] * 0x2545F491) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = index + 1;
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019';
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B1;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }
}
