/** The models over HTTP. */
@NullMarked
package dev.attune.scoring.registry.rest;

import org.jspecify.annotations.NullMarked;
