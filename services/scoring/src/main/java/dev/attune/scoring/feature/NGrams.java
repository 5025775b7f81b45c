package dev.attune.scoring.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One- and two-word sequences, their counts damped and scaled to length one, so that a longer text is not louder. */
final class NGrams {

    private static final String NUMBER = "#";

    private NGrams() {}

    /** The weights of the n-grams; the sum of their squares is 1, or 0 for a text without words. */
    static Map<String, Double> of(List<String> tokens) {
        Map<String, Double> weights = new HashMap<>();
        String before = null;
        for (String token : tokens) {
            String word = Words.isNumber(token) ? NUMBER : token;
            weights.merge(Features.WORD + word, 1.0, Double::sum);
            if (before != null) {
                weights.merge(Features.WORD + before + ' ' + word, 1.0, Double::sum);
            }
            before = word;
        }
        weights.replaceAll((gram, count) -> Math.sqrt(count));
        // After the square root, the sum of squares is the sum of counts, whatever the order of adding.
        double length = Math.sqrt(Math.max(1, 2.0 * tokens.size() - 1));
        weights.replaceAll((gram, weight) -> weight / length);
        return weights;
    }
}
