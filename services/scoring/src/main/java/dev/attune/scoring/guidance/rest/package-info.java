/** Guidance over HTTP. */
@NullMarked
package dev.attune.scoring.guidance.rest;

import org.jspecify.annotations.NullMarked;
