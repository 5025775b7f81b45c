/** Scores, and the scoring of any text, over HTTP. */
@NullMarked
package dev.attune.scoring.score.rest;

import org.jspecify.annotations.NullMarked;
