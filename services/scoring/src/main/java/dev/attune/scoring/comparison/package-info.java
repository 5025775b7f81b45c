/** Holds what two models say of the same turns against each other. */
@NullMarked
package dev.attune.scoring.comparison;

import org.jspecify.annotations.NullMarked;
