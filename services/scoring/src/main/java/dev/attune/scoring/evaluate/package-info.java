/** Trains on any labelled file and tests on another: how a user judges these models on data of their own. */
@NullMarked
package dev.attune.scoring.evaluate;

import org.jspecify.annotations.NullMarked;
