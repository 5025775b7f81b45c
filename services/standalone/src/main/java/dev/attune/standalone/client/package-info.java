/** A client of the platform's own API. */
@NullMarked
package dev.attune.standalone.client;

import org.jspecify.annotations.NullMarked;
