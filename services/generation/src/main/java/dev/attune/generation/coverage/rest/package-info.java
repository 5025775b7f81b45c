/** Coverage over HTTP. */
@NullMarked
package dev.attune.generation.coverage.rest;

import org.jspecify.annotations.NullMarked;
