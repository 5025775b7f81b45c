package dev.attune.scoring.feature;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Named numbers that describe a text; what is not named is zero.
 *
 * @param values in the order of their names, which makes every sum over them reproducible
 */
public record Features(Map<String, Double> values) {

    /** Word n-grams carry this prefix, so that they are never taken for a trait. */
    static final String WORD = "w:";

    public Features {
        TreeMap<String, Double> sorted = new TreeMap<>(values);
        sorted.values().removeIf(value -> value == 0.0);
        values = Collections.unmodifiableMap(sorted);
    }

    /** These numbers minus those; swapping the two turns every sign. */
    public Features minus(Features other) {
        Map<String, Double> difference = new TreeMap<>(values);
        other.values.forEach((name, value) -> difference.merge(name, -value, Double::sum));
        return new Features(difference);
    }

    /** The weighted sum; a feature without a weight counts nothing. */
    public double dot(Map<String, Double> weights) {
        double sum = 0;
        for (Map.Entry<String, Double> feature : values.entrySet()) {
            sum += feature.getValue() * weights.getOrDefault(feature.getKey(), 0.0);
        }
        return sum;
    }

    /** These without the words that are not in the vocabulary; traits stay. */
    public Features within(Set<String> vocabulary) {
        Map<String, Double> kept = new TreeMap<>(values);
        kept.keySet().removeIf(name -> isWord(name) && !vocabulary.contains(name));
        return new Features(kept);
    }

    /** Whether the feature is an n-gram and no trait. */
    public static boolean isWord(String name) {
        return name.startsWith(WORD);
    }
}
