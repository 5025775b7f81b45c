/** How good the responses of a turn are: a Bradley-Terry posterior of the scores and the judgments, and its publication. */
@NullMarked
package dev.attune.ranking.strength;

import org.jspecify.annotations.NullMarked;
