/** Scores turns as they change, and any text on request: features, then the model, then one row and one message a turn. */
@NullMarked
package dev.attune.scoring.score;

import org.jspecify.annotations.NullMarked;
