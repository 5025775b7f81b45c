/** The dead letters of a service through its API. */
@NullMarked
package dev.attune.foundation.messaging.rest;

import org.jspecify.annotations.NullMarked;
