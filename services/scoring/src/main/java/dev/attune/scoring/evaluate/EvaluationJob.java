package dev.attune.scoring.evaluate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained on, and tested on.
 *
 * @param task what kind of labels there are
 * @param train the file to train on
 * @param test the file to test on; null to hold parts of the first out in turn
 * @param columns where in the files the parts of a row stand
 * @param wordsOnly whether runs of characters are left out, which is faster and knows less
 */
public record EvaluationJob(Task task, Path train, @Nullable Path test, Columns columns, boolean wordsOnly) {

    /** What kind of labels there are. */
    public enum Task {
        /** Any number of labels a text, comma-separated. */
        MULTILABEL,
        /** One level a text, such as 0, 1 or 2. */
        ORDINAL,
        /** One number a text. */
        REGRESSION,
        /** Which of two texts is preferred. */
        PAIRWISE
    }

    /**
     * The columns' names, or indexes from 0 where there is no header.
     *
     * @param text the text, in a pair the left one
     * @param labels the labels, level, number or side
     * @param context what the text answers; null for nothing
     * @param right the right text of a pair
     * @param group what must not stand on both sides of a split
     */
    public record Columns(
            String text,
            String labels,
            @Nullable String context,
            @Nullable String right,
            @Nullable String group) {}
}
