/** Outcomes over HTTP. */
@NullMarked
package dev.attune.scoring.outcome.rest;

import org.jspecify.annotations.NullMarked;
