/** Comparisons over HTTP. */
@NullMarked
package dev.attune.ranking.comparison.rest;

import org.jspecify.annotations.NullMarked;
