/** Comparisons over HTTP. */
@NullMarked
package dev.attune.scoring.comparison.rest;

import org.jspecify.annotations.NullMarked;
