package dev.attune.scoring.model;

import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.scoring.model.TrainingSet.Pair;
import dev.attune.scoring.model.TrainingSet.Response;
import dev.attune.scoring.model.TrainingSet.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures a way of learning: leaves a tenth of the conversations out in turn, and scores them by a model of all the
 * others.
 */
public final class CrossValidation {

    private static final int PARTS = 10;

    private int emotionHits;
    private int emotionsTold;
    private int emotionsLabelled;
    private double rubricError;
    private double baselineError;
    private int grades;
    private int pairsRight;
    private double pairLoss;

    private CrossValidation() {}

    /** Trains ten models, so it takes CPU time. A conversation is in one part as a whole; neighbours are in different ones. */
    public static ModelQuality measure(Learner learner, TrainingSet examples) {
        CrossValidation validation = new CrossValidation();
        List<String> conversations = examples.conversations();
        for (int part = 0; part < Math.min(PARTS, conversations.size()); part++) {
            Set<String> held = part(conversations, part);
            TrainingSet others = examples.where(conversation -> !held.contains(conversation));
            validation.score(learner.train(others), means(others), examples.where(held::contains));
        }
        return validation.quality(examples);
    }

    private static Set<String> part(List<String> conversations, int part) {
        return IntStream.range(0, conversations.size())
                .filter(i -> i % PARTS == part)
                .mapToObj(conversations::get)
                .collect(Collectors.toSet());
    }

    /** Measures a model on examples, which is honest only for those that it has not seen. */
    static ModelQuality measure(ScoringModel model, TrainingSet examples) {
        CrossValidation validation = new CrossValidation();
        validation.score(model, means(examples), examples);
        return validation.quality(examples);
    }

    private void score(ScoringModel model, Map<String, Double> means, TrainingSet held) {
        held.turns().forEach(turn -> scoreEmotions(model, turn));
        held.responses().forEach(response -> scoreRubric(model, means, response));
        held.pairs().forEach(pair -> scorePair(model, pair));
    }

    private void scoreEmotions(ScoringModel model, Turn turn) {
        Set<String> told = EmotionChoice.of(model.emotions(turn.client())).stream()
                .map(EmotionScore::emotion)
                .collect(Collectors.toSet());
        emotionsTold += told.size();
        emotionsLabelled += turn.emotions().size();
        told.retainAll(turn.emotions());
        emotionHits += told.size();
    }

    private void scoreRubric(ScoringModel model, Map<String, Double> means, Response response) {
        Map<String, Double> scores = model.rubric(response.features());
        response.grades().forEach((criterion, grade) -> {
            rubricError += Math.abs(scores.getOrDefault(criterion, 0.0) - grade);
            baselineError += Math.abs(means.getOrDefault(criterion, 0.0) - grade);
            grades++;
        });
    }

    private void scorePair(ScoringModel model, Pair pair) {
        double advantage = model.utility(pair.better()) - model.utility(pair.worse());
        pairsRight += advantage > 0 ? 1 : 0;
        pairLoss += Math.log1p(Math.exp(-advantage));
    }

    private ModelQuality quality(TrainingSet examples) {
        int pairs = examples.pairs().size();
        return new ModelQuality(
                examples.turns().size(),
                examples.responses().size(),
                pairs,
                2.0 * emotionHits / Math.max(1, emotionsTold + emotionsLabelled),
                rubricError / Math.max(1, grades),
                baselineError / Math.max(1, grades),
                (double) pairsRight / Math.max(1, pairs),
                pairLoss / Math.max(1, pairs));
    }

    private static Map<String, Double> means(TrainingSet examples) {
        List<Response> responses = examples.responses();
        Map<String, Double> sums = new TreeMap<>();
        responses.forEach(
                response -> response.grades().forEach((criterion, grade) -> sums.merge(criterion, grade, Double::sum)));
        sums.replaceAll((criterion, sum) -> sum / responses.size());
        return sums;
    }
}
