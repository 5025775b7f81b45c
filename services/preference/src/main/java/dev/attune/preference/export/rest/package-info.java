/** Exports over HTTP. */
@NullMarked
package dev.attune.preference.export.rest;

import org.jspecify.annotations.NullMarked;
