/** Erasing over HTTP. */
@NullMarked
package dev.attune.generation.erasure.rest;

import org.jspecify.annotations.NullMarked;
