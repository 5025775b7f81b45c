/** Imports over HTTP: a stream in, refusals and counts out. */
@NullMarked
package dev.attune.generation.importing.rest;

import org.jspecify.annotations.NullMarked;
