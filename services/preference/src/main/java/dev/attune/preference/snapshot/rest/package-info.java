/** Snapshots over HTTP. */
@NullMarked
package dev.attune.preference.snapshot.rest;

import org.jspecify.annotations.NullMarked;
