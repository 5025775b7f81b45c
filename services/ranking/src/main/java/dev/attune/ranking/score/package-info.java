/** This service's copy of the scores: the prior of the ranking. */
@NullMarked
package dev.attune.ranking.score;

import org.jspecify.annotations.NullMarked;
