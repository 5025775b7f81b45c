package dev.attune.scoring.evaluate;

import dev.attune.scoring.feature.Document;

/**
 * One labelled example.
 *
 * @param text the text, in a pair the left one
 * @param context what it answers; empty for nothing
 * @param right the right text of a pair; empty where there is none
 * @param labels as they stand in the file
 * @param group rows of one group are never on both sides of a split; each row has one of its own where the file has none
 */
record LabelledRow(String text, String context, String right, String labels, String group) implements Document {}
