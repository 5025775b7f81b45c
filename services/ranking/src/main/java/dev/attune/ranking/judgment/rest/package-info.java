/** Judgments over HTTP. */
@NullMarked
package dev.attune.ranking.judgment.rest;

import org.jspecify.annotations.NullMarked;
