package dev.attune.scoring.model;

import dev.attune.model.message.TurnScored.EmotionScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Chooses the emotions to tell of: the confident ones, most confident first; at least one, at most five. */
public final class EmotionChoice {

    static final double THRESHOLD = 0.3;
    static final int MOST = 5;

    private EmotionChoice() {}

    /** The emotions to tell of, out of every emotion's confidence. */
    public static List<EmotionScore> of(Map<String, Double> confidences) {
        List<EmotionScore> ranked = confidences.entrySet().stream()
                .map(entry -> new EmotionScore(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(EmotionScore::confidence)
                        .reversed()
                        .thenComparing(EmotionScore::emotion))
                .limit(MOST)
                .toList();
        return IntStream.range(0, ranked.size())
                .filter(rank -> rank == 0 || ranked.get(rank).confidence() >= THRESHOLD)
                .mapToObj(ranked::get)
                .toList();
    }
}
