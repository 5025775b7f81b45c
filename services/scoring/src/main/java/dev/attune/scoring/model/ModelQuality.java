package dev.attune.scoring.model;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is on conversations that it has not seen: each tenth of them is scored by a model of all the others.
 *
 * @param turns labelled turns
 * @param responses graded responses
 * @param pairs pairs of responses to one turn with different overall grades
 * @param emotionF1 micro-averaged F1 of the emotions that would be told of, 0 to 1
 * @param strategyF1 the same of the strategies of exemplary replies
 * @param intensityError mean absolute error of the intensity
 * @param valenceError mean absolute error of the valence
 * @param rubricError mean absolute error of the scores, in grades
 * @param rubricBaseline the same error of always answering the mean grade
 * @param rubricKappa quadratic-weighted kappa of the rounded scores with the grades, all criteria of the standard rubric together
 * @param pairAccuracy share of pairs whose better response has the greater utility, 0 to 1; a coin has 0.5
 * @param pairLogLoss mean of -ln P(better beats worse); a coin has 0.693
 * @param confusion by criterion, how often each grade (row) was told as each grade (column), from the lowest
 * @param judgedPairs how many pairs people have judged
 * @param judgedAccuracy in how many of those that they did not call a tie the preferred one has the greater utility; null without any
 * @param curve how that grew with the judgments learnt from; empty where they are too few
 */
public record ModelQuality(
        int turns,
        int responses,
        int pairs,
        double emotionF1,
        double strategyF1,
        double intensityError,
        double valenceError,
        double rubricError,
        double rubricBaseline,
        double rubricKappa,
        double pairAccuracy,
        double pairLogLoss,
        SortedMap<String, List<List<Integer>>> confusion,
        int judgedPairs,
        @Nullable Double judgedAccuracy,
        List<CurvePoint> curve) {

    /**
     * A point of a learning curve.
     *
     * @param judgedPairs how many judged pairs were learnt from
     * @param accuracy the share of held-out judged pairs that are ordered rightly
     */
    public record CurvePoint(int judgedPairs, double accuracy) {}
}
