package dev.attune.ranking.testing;

import dev.attune.ranking.comparison.ComparisonConfig;
import java.time.Duration;

/** A configuration of a test's choice. */
public record TestConfig(int overlap, Duration lease) implements ComparisonConfig {}
