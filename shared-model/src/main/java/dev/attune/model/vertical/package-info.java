/**
 * A vertical: the folder of data that makes the platform speak of one trade. Emotions, strategies, failed strategies,
 * topics, personas, indicators, facts and the targets that a corpus is held against, read strictly and held against each other.
 */
@NullMarked
package dev.attune.model.vertical;

import org.jspecify.annotations.NullMarked;
