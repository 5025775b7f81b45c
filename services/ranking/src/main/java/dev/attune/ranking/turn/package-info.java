/** This service's copy of the turns: what comparisons are made of and shown with. */
@NullMarked
package dev.attune.ranking.turn;

import org.jspecify.annotations.NullMarked;
