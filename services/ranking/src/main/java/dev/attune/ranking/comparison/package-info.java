/** Comparisons of two responses, and the leases by which raters take them, blind and one at a time. */
@NullMarked
package dev.attune.ranking.comparison;

import org.jspecify.annotations.NullMarked;
