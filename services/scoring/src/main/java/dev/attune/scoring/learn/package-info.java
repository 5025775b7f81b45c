/** Linear learning, and its measures: what trains on vectors, holds out, chooses thresholds and tells how good it was. */
@NullMarked
package dev.attune.scoring.learn;

import org.jspecify.annotations.NullMarked;
