/** Pairs over HTTP. */
@NullMarked
package dev.attune.preference.pair.rest;

import org.jspecify.annotations.NullMarked;
