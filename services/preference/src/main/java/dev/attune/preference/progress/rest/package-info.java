/** Progress over HTTP. */
@NullMarked
package dev.attune.preference.progress.rest;

import org.jspecify.annotations.NullMarked;
