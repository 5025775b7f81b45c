package dev.attune.scoring.feature;

import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Gives every token a number, from 0, and the same one however it was typed. A token that was seen before is found by the characters in
 * the text, so that reading makes no garbage. For one thread at a time.
 */
final class Spelling {

    /** Other at every start, so that nobody can write words that all fall into one place; it changes no number. */
    private static final int SALT = new Random().nextInt();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private String[] typed = empty(1024);
    private int[] numberOfTyped = new int[1024];
    private int size;

    /** How many ways of typing it knows. */
    int size() {
        return size;
    }

    /** The token of this number. */
    String token(int number) {
        return tokens.get(number);
    }

    /** The number of the token that stands there. */
    int number(String text, int from, int to) {
        int slot = slot(text, from, to);
        if (typed[slot].isEmpty()) {
            String here = text.substring(from, to);
            Integer number = numbers.computeIfAbsent(Tokens.spelt(here), token -> {
                tokens.add(token);
                return tokens.size() - 1;
            });
            typed[slot] = here;
            numberOfTyped[slot] = number;
            size++;
            if (2 * size > typed.length) {
                grow();
            }
            return number;
        }
        return numberOfTyped[slot];
    }

    /** Where it is, or would be. */
    private int slot(String text, int from, int to) {
        int hash = SALT;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
            hash ^= hash >>> 15;
        }
        hash *= 0x9E3779B1;
        int mask = typed.length - 1;
        int slot = (hash ^ hash >>> 16) & mask;
        int length = to - from;
        while (!typed[slot].isEmpty() && !(typed[slot].length() == length && text.startsWith(typed[slot], from))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        String[] oldTyped = typed;
        int[] oldNumbers = numberOfTyped;
        typed = empty(2 * oldTyped.length);
        numberOfTyped = new int[typed.length];
        for (int i = 0; i < oldTyped.length; i++) {
            if (!oldTyped[i].isEmpty()) {
                int slot = slot(oldTyped[i], 0, oldTyped[i].length());
                typed[slot] = oldTyped[i];
                numberOfTyped[slot] = oldNumbers[i];
            }
        }
    }

    private static String[] empty(int size) {
        String[] empty = new String[size];
        Arrays.fill(empty, "");
        return empty;
    }
}
