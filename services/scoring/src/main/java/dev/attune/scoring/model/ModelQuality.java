package dev.attune.scoring.model;

/**
 * How good a model is on conversations that it has not seen: each conversation is scored by a model of all the others.
 *
 * @param turns labelled turns
 * @param responses graded responses
 * @param pairs pairs of responses to one turn with different mean grades
 * @param emotionF1 micro-averaged F1 of the emotions that would be told of, 0 to 1
 * @param rubricError mean absolute error of the scores, in grades
 * @param rubricBaseline the same error of always answering the mean grade
 * @param pairAccuracy share of pairs whose better response has the greater utility, 0 to 1; a coin has 0.5
 * @param pairLogLoss mean of -ln P(better beats worse); a coin has 0.693
 */
public record ModelQuality(
        int turns,
        int responses,
        int pairs,
        double emotionF1,
        double rubricError,
        double rubricBaseline,
        double pairAccuracy,
        double pairLogLoss) {}
