package dev.attune.scoring.score;

import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Features;
import dev.attune.scoring.feature.Words;
import dev.attune.scoring.model.EmotionChoice;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.score.Scores.ResponseScores;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores texts. It computes, so never on an event loop; thread-safe. */
@Singleton
public final class TextScorer {

    /** More digits than this say nothing. */
    private static final double PRECISION = 10_000;

    private final FeatureExtractor features;

    TextScorer(FeatureExtractor features) {
        this.features = features;
    }

    /** Scores a client's text and the responses to it, each score rounded to four digits. */
    public Scores score(ScoringModel model, String client, List<String> responses) {
        Words words = Words.of(client);
        List<EmotionScore> emotions = EmotionChoice.of(model.emotions(features.client(words))).stream()
                .map(emotion -> new EmotionScore(emotion.emotion(), rounded(emotion.confidence())))
                .toList();
        return new Scores(
                emotions,
                responses.stream()
                        .map(response -> score(model, features.response(words, Words.of(response))))
                        .toList());
    }

    private static ResponseScores score(ScoringModel model, Features response) {
        Map<String, Double> rubric = new TreeMap<>(model.rubric(response));
        rubric.replaceAll((criterion, score) -> rounded(score));
        return new ResponseScores(rubric, rounded(model.utility(response)));
    }

    private static double rounded(double value) {
        return Math.rint(value * PRECISION) / PRECISION;
    }
}
